package openweights.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.course.jupyter.Project;

/** Where models lie: those of the course, and those that were fetched. */
final class ModelShelf {

    private ModelShelf() {}

    static List<Path> places() {
        Project project = Project.locate();
        return List.of(project.lessons().resolve("models"), project.state().resolve("models"));
    }

    /** All model folders on the shelf. */
    static List<Path> models() {
        return places().stream().flatMap(place -> models(place).stream()).toList();
    }

    /** The folder itself if it is a model, or else the models right inside it. */
    static List<Path> models(Path folder) {
        if (isModel(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(ModelShelf::isModel).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isModel(Path folder) {
        return Files.exists(folder.resolve("config.json"));
    }
}
