package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.GradingFolder;
import openweights.runtime.kernel.CellImports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The course and the grading folder that a command works on. */
final class GradingContext {

    @Option(
            names = "--grading",
            paramLabel = "FOLDER",
            description =
                    "Where submissions and results are kept. Default: grading in the course's folder.")
    private @Nullable Path all;

    @Option(
            names = "--exercises",
            paramLabel = "FOLDER",
            description =
                    "A folder of your own exercises. Default: exercises in the course's folder.")
    private @Nullable Path exercises;

    private final Home home = Home.locate();

    /** An exercise by its name or its folder. */
    Exercise exercise(String name) throws IOException {
        Path named = (exercises == null ? home.exercises() : exercises).resolve(name);
        Path folder = Files.isDirectory(named) ? named : Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new UserException(
                    "there is no exercise \"%s\". Look into exercises/, or name a folder."
                            .formatted(name));
        }
        return Exercise.read(folder);
    }

    /** The folder with everything about grading. */
    Path all() {
        return all == null ? home.root().resolve("grading") : all;
    }

    GradingFolder folder(String exercise) {
        return GradingFolder.of(all(), exercise);
    }

    GraderInstallation installation() throws IOException {
        return GraderInstallation.of(home, CellImports.all());
    }
}
