package openweights.course.exercise.release;

import java.util.List;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.ExerciseFile;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;

/**
 * What students may see of an exercise: no solution, no hidden test, and the points that remain.
 */
public final class VisiblePart {

    private VisiblePart() {}

    /** The exercise with starters in place of solutions, and visible tests only. */
    public static Exercise of(Exercise exercise) {
        Suite suite = Suite.of(exercise);
        List<ExerciseCell> parts =
                exercise.parts().stream().map(part -> part(part, suite)).toList();
        List<TestFile> tests = exercise.tests().stream().filter(each -> !each.hidden()).toList();
        int points = exercise.questions().stream().mapToInt(each -> points(each, suite)).sum();
        return ExerciseFile.with(exercise, points, parts, tests);
    }

    private static ExerciseCell part(ExerciseCell part, Suite suite) {
        return part instanceof ExerciseCell.Answer answer
                ? new ExerciseCell.Answer(
                        answer.id(),
                        answer.line(),
                        answer.question(),
                        points(answer, suite),
                        answer.starter(),
                        answer.starter())
                : part;
    }

    private static int points(ExerciseCell.Answer answer, Suite suite) {
        return suite.plan(answer.question()).stream()
                .filter(test -> !test.hidden())
                .mapToInt(TestCase::points)
                .sum();
    }
}
