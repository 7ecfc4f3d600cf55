package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.course.exercise.gate.PassedChecks;
import openweights.course.exercise.release.NbgraderCourse;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = {
            "Write the notebooks that students get. An exercise is released only if it passes the check; one that has passed unchanged is not checked again.",
            "By default they are written to notebooks/, where ./course lab finds them."
        },
        mixinStandardHelpOptions = true)
final class ExerciseReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers. Default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Write each release into FOLDER/EXERCISE/VERSION/.")
    private @Nullable Path folder;

    @Option(
            names = "--student",
            paramLabel = "NAME",
            description = "With --to: also write this student's variant. May be repeated.")
    private List<String> students = List.of();

    @Option(
            names = "--nbgrader",
            paramLabel = "FOLDER",
            description = "Write them as the source/ folder of an nbgrader course.")
    private @Nullable Path nbgrader;

    @Mixin private ExercisesOption place = new ExercisesOption();

    @Override
    public Integer call() throws IOException {
        Home project = place.home();
        PassedChecks passed = new PassedChecks(project);
        boolean fine = true;
        for (Path each : place.exercises().select(names)) {
            boolean passes = passed.knows(each) || ExerciseCheckCommand.passes(each);
            fine &= passes;
            if (passes) {
                System.out.println("released: " + release(project, Exercise.read(each)));
            }
        }
        return fine ? 0 : 1;
    }

    /** The notebook or folder that was written last. */
    private Path release(Home project, Exercise exercise) throws IOException {
        @Nullable Path written = null;
        if (nbgrader != null) {
            NbgraderCourse.add(exercise, nbgrader);
            written = nbgrader;
        }
        if (folder != null) {
            written = Release.write(exercise, students, folder);
        }
        return written == null ? Release.writeNotebook(exercise, project.notebooks()) : written;
    }
}
