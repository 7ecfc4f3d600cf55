package openweights.engine.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.ErrorText;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;

/**
 * The models on this machine: those of the course, and fetched ones.
 *
 * <pre>{@code
 * LocalModels.Choice choice = LocalModels.here().prefer("gpt2", "seedling");
 * System.out.println(choice);                // which model this is, and how to get the other
 * Model model = Model.open(choice.folder());
 * }</pre>
 *
 * @param places folders with one folder per model; the first one wins if several have the same name
 */
public record LocalModels(List<Path> places) {

    public LocalModels {
        places = List.copyOf(places);
    }

    /** The models of the course that this program belongs to. */
    public static LocalModels here() {
        return new LocalModels(Home.locate().modelPlaces());
    }

    /** The folders of all models. */
    public List<Path> all() {
        return places.stream().flatMap(place -> in(place).stream()).toList();
    }

    /** The folder itself if it is a model; otherwise the models directly inside it. */
    public static List<Path> in(Path folder) {
        if (isModel(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> isModel(path) || isClosed(path)).sorted().toList();
        } catch (IOException e) {
            throw new UserException(ErrorText.of(e), e);
        }
    }

    /** A folder that may not be read could be a model; who opens it learns the reason. */
    private static boolean isClosed(Path path) {
        return Files.isDirectory(path) && !(Files.isReadable(path) && Files.isExecutable(path));
    }

    /** The folder of a model, if there is one of this name. */
    public Optional<Path> find(String name) {
        return named(name).filter(LocalModels::isModel).findFirst();
    }

    /** A file or folder of this name in one of the places, even if it is not a model. */
    public Optional<Path> findAny(String name) {
        return named(name).filter(Files::exists).findFirst();
    }

    /** A model of the hub was stored as owner-name, and may be called owner/name. */
    private Stream<Path> named(String name) {
        return places.stream()
                .flatMap(
                        place ->
                                Stream.of(name, name.replace('/', '-'))
                                        .distinct()
                                        .map(place::resolve));
    }

    private static boolean isModel(Path folder) {
        return Files.exists(folder.resolve("config.json"))
                || (Files.isDirectory(folder)
                        ? Gguf.in(folder).size() == 1
                        : Gguf.at(folder).isPresent());
    }

    /**
     * A released model if it has been fetched; otherwise a model of the course.
     *
     * @throws UserException if neither is on this machine
     */
    public Choice prefer(String released, String own) {
        Optional<Path> fetched = find(released);
        if (fetched.isPresent()) {
            return new Choice(released, fetched.get(), "This is " + released + ".");
        }
        Path folder =
                find(own)
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "Neither %s nor %s is on this machine. Run ./course fetch %s."
                                                        .formatted(released, own, released)));
        String message =
                "This is the course's own %s. For %s, run ./course fetch %s and this cell again."
                        .formatted(own, released, released);
        return new Choice(own, folder, message);
    }

    /**
     * A chosen model.
     *
     * @param message tells the reader which model it is
     */
    public record Choice(String name, Path folder, String message) {

        @Override
        public String toString() {
            return message;
        }
    }
}
