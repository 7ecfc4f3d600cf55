package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.Result;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.submission.Submission;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** The course works wherever it is. */
class PathsIT {

    @TempDir private Path folder;

    @Test
    void gradesInAFolderWithBlanksAndLettersBeyondAscii() throws IOException {
        Sandbox sandbox = SampleExercise.sandbox();
        Home home = copy(Files.createDirectories(folder.resolve("j\u00f6rgs Kurs \u732b")));
        GraderInstallation installation =
                GraderInstallation.of(
                        home, List.of("import java.util.*;", "import java.util.stream.*;"));
        Path file = SampleExercise.write(folder, "ann", SampleExercise.TWICE, SampleExercise.HALF);
        try (Grader grader =
                new Grader(
                        GradingPlan.of(SampleExercise.exercise()),
                        sandbox,
                        installation,
                        Limits.DEFAULT,
                        SampleExercise.TIMEOUTS)) {
            Result result = grader.grade(new Submission("ann", file));
            assertEquals(3, result.points(), () -> result.tests().toString());
        }
    }

    /** A course with the same build and libraries. */
    private static Home copy(Path root) throws IOException {
        Home here = Home.locate();
        Home there = new Home(root);
        Files.createDirectories(there.libraries());
        Files.copy(here.jar(), there.jar());
        try (Stream<Path> libraries = Files.list(here.libraries())) {
            for (Path each : libraries.toList()) {
                Files.copy(each, there.libraries().resolve(each.getFileName()));
            }
        }
        Nd4j.zeros(1); // unpacks the natives
        copyNatives(Loader.getCacheDir().toPath(), there.state().resolve("natives"));
        return there;
    }

    private static void copyNatives(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path place = to.resolve(from.relativize(each));
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(each, place, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
