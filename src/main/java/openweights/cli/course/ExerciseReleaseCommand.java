package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.course.exercise.release.NbgraderCourse;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercises;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = {
            "Write the notebooks that students get. An exercise is released only if it passes the check.",
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

    @Override
    public Integer call() throws IOException {
        Home project = Home.locate();
        boolean fine = true;
        for (Path each : new Exercises(project).select(names)) {
            boolean passes = ExerciseCheckCommand.passes(each);
            fine &= passes;
            if (passes) {
                release(project, Exercise.read(each));
            }
        }
        return fine ? 0 : 1;
    }

    private void release(Home project, Exercise exercise) throws IOException {
        if (nbgrader != null) {
            NbgraderCourse.add(exercise, nbgrader);
        }
        if (folder != null) {
            Release.write(exercise, students, folder);
        }
        if (folder == null && nbgrader == null) {
            Release.writeNotebook(exercise, project.notebooks());
        }
    }
}
