package openweights.engine.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.Home;

/**
 * The models that are on this machine: those of the course, and those that were fetched.
 *
 * <pre>{@code
 * LocalModels.Choice choice = LocalModels.here().prefer("gpt2", "seedling");
 * System.out.println(choice);                // which one it is, and how to get the other
 * Model model = Model.open(choice.folder());
 * }</pre>
 *
 * @param places folders with a folder for each model; of two models of one name the first counts
 */
public record LocalModels(List<Path> places) {

    public LocalModels {
        places = List.copyOf(places);
    }

    /** The models of the course that this program belongs to. */
    public static LocalModels here() {
        return new LocalModels(Home.locate().modelPlaces());
    }

    /** All of them, each as its folder. */
    public List<Path> all() {
        return places.stream().flatMap(place -> in(place).stream()).toList();
    }

    /** The folder itself if it is a model, or else the models right inside it. */
    public static List<Path> in(Path folder) {
        if (isModel(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(LocalModels::isModel).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a model lies, if it is here. */
    public Optional<Path> find(String name) {
        return named(name).filter(LocalModels::isModel).findFirst();
    }

    /** A file or folder of that name in one of the places, even if it is no model. */
    public Optional<Path> findAny(String name) {
        return named(name).filter(Files::exists).findFirst();
    }

    private Stream<Path> named(String name) {
        return places.stream().map(place -> place.resolve(name));
    }

    private static boolean isModel(Path folder) {
        return Files.exists(folder.resolve("config.json"));
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
                                                "Neither %s nor %s is here. Run ./course fetch %s."
                                                        .formatted(real, own, real)));
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
