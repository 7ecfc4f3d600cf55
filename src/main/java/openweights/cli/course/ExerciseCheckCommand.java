package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.course.exercise.gate.Gate;
import openweights.course.exercise.gate.ShellRunner;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseException;
import openweights.course.markdown.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Prove that exercises can be graded rightly: the starter scores 0, the solution all points under several languages and time zones, each mistake in wrong/ loses what it says, every test can fail, and nothing secret is released.",
            "It runs the author's own code, unprotected."
        },
        mixinStandardHelpOptions = true)
final class ExerciseCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers. Without it: all.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        boolean fine = true;
        for (Path folder : ExerciseCommand.select(Home.locate(), names)) {
            fine &= passes(folder);
        }
        return fine ? 0 : 1;
    }

    /** Says what is wrong with an exercise, or that nothing is. */
    static boolean passes(Path folder) throws IOException {
        try {
            Exercise exercise = Exercise.read(folder);
            List<Problem> problems = Gate.check(exercise, new ShellRunner());
            problems.forEach(System.err::println);
            if (problems.isEmpty()) {
                System.out.printf(
                        "%s: fine (%d points, %d mistakes tried)%n",
                        exercise.id(), exercise.points(), exercise.wrong().size());
            }
            return problems.isEmpty();
        } catch (ExerciseException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
