package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.base.Home;
import openweights.course.exercise.gate.Gate;
import openweights.course.exercise.gate.PassedChecks;
import openweights.course.exercise.gate.ShellRunner;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseException;
import openweights.course.markdown.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Prove that exercises are graded correctly: the starter scores 0; the solution scores all points in several languages and time zones; each answer in right/ scores all points; each mistake in wrong/ loses the points it states; every test can fail; no small change of the solution goes unnoticed; and the release contains no secrets.",
            "This runs the author's own code without a sandbox."
        },
        mixinStandardHelpOptions = true)
final class ExerciseCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers. Default: all.")
    private List<String> names = List.of();

    @Mixin private ExercisesOption place = new ExercisesOption();

    @Override
    public Integer call() throws IOException {
        boolean fine = true;
        for (Path folder : place.exercises().select(names)) {
            fine &= passes(folder);
        }
        return fine ? 0 : 1;
    }

    /** Checks an exercise and prints its problems, or that it has none. */
    static boolean passes(Path folder) throws IOException {
        try {
            Exercise exercise = Exercise.read(folder);
            List<Problem> problems = Gate.check(exercise, new ShellRunner());
            problems.forEach(System.err::println);
            if (problems.isEmpty()) {
                new PassedChecks(Home.locate()).remember(folder);
                System.out.printf(
                        "%s: fine (%s points, %s mistakes and %s other right answers tried)%n",
                        exercise.id(),
                        exercise.points(),
                        exercise.wrong().size(),
                        exercise.right().size());
            }
            return problems.isEmpty();
        } catch (ExerciseException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
