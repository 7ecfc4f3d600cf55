package openweights.course.exercise.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestOutcome;

/** Runs an exercise's cells with given answers, and each question's tests right after its cell. */
@FunctionalInterface
public interface Runner {

    /**
     * @param exercise with its variant filled in; see {@link
     *     openweights.course.exercise.source.Variation#of(Exercise, String)}
     * @param answers the code of each answer's cell
     * @param variant the values with which the exercise was filled in
     */
    Run run(
            Exercise exercise,
            Suite suite,
            Function<ExerciseCell.Answer, String> answers,
            Map<String, Long> variant);

    /**
     * The result of a run.
     *
     * @param outcomes one for each test in the suite
     * @param broken the compiler's errors for cells that do not compile, by cell id
     */
    record Run(List<TestOutcome> outcomes, Map<String, String> broken) {

        public Run {
            outcomes = List.copyOf(outcomes);
            broken = Map.copyOf(broken);
        }

        /** The total points. */
        public int points() {
            return outcomes.stream().mapToInt(TestOutcome::points).sum();
        }

        /** The points for a question. */
        public int points(String question) {
            return outcomes.stream()
                    .filter(outcome -> outcome.test().question().equals(question))
                    .mapToInt(TestOutcome::points)
                    .sum();
        }
    }
}
