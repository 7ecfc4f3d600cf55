package openweights.course.exercise.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import openweights.base.Home;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseException;
import openweights.course.exercise.source.ExerciseProblems;
import openweights.course.markdown.Problem;

/**
 * Puts exercises through the {@link Gate}, says how it went, and remembers what has passed.
 *
 * @param passed is told a line about an exercise without problems
 * @param problem is told each problem
 */
public record GateKeeper(Home project, Consumer<String> passed, Consumer<String> problem) {

    /** Whether the exercise passes now. */
    public boolean passes(Path folder) throws IOException {
        try {
            Exercise exercise = Exercise.read(folder);
            List<Problem> problems =
                    ExerciseProblems.in(folder, Gate.check(exercise, new ShellRunner()));
            problems.forEach(each -> problem.accept(each.toString()));
            if (problems.isEmpty()) {
                new PassedChecks(project).remember(folder);
                passed.accept(
                        "%s: fine (%s points, %s mistakes and %s other right answers tried)"
                                .formatted(
                                        exercise.id(),
                                        exercise.points(),
                                        exercise.wrong().size(),
                                        exercise.right().size()));
            }
            return problems.isEmpty();
        } catch (ExerciseException e) {
            problem.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Whether it passes, or has passed as it is now, which is not said again. */
    public boolean hasPassed(Path folder) throws IOException {
        return new PassedChecks(project).knows(folder) || passes(folder);
    }
}
