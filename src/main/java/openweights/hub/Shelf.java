package openweights.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The models that are on this machine: those of the course, and those that were fetched.
 *
 * <pre>{@code
 * Shelf.Choice choice = Shelf.here().prefer("gpt2", "seedling");
 * System.out.println(choice);                // which one it is, and how to get the other
 * Model model = Model.open(choice.folder());
 * }</pre>
 *
 * @param home the course's folder
 */
public record Shelf(Path home) {

    private static final String HOME_PROPERTY = "openweights.home";

    /** The shelf of the course that this program belongs to. */
    public static Shelf here() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home != null) {
            return new Shelf(Path.of(home));
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("lessons"))) {
                return new Shelf(folder);
            }
        }
        return new Shelf(start);
    }

    /** Where a model lies, if it is here. */
    public Optional<Path> find(String name) {
        return List.of(home.resolve("lessons/models"), home.resolve(".course/models")).stream()
                .map(place -> place.resolve(name))
                .filter(folder -> Files.exists(folder.resolve("config.json")))
                .findFirst();
    }

    /**
     * A real model if it was fetched, or else the course's own.
     *
     * @throws IllegalStateException if neither is here
     */
    public Choice prefer(String real, String own) {
        Optional<Path> fetched = find(real);
        if (fetched.isPresent()) {
            return new Choice(real, fetched.get(), "This is " + real + ".");
        }
        Path folder =
                find(own)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Neither "
                                                        + real
                                                        + " nor "
                                                        + own
                                                        + " is here. Run ./course fetch "
                                                        + real
                                                        + "."));
        String skipped =
                "This is the course's own %s. For %s, run ./course fetch %s and this cell again."
                        .formatted(own, real, real);
        return new Choice(own, folder, skipped);
    }

    /**
     * A model, and which one it is.
     *
     * @param message for the reader
     */
    public record Choice(String name, Path folder, String message) {

        @Override
        public String toString() {
            return message;
        }
    }
}
