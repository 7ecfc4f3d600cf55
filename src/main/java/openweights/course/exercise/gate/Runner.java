package openweights.course.exercise.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestOutcome;

/** Runs an exercise's cells with somebody's answers, and each question's tests behind its cell. */
@FunctionalInterface
public interface Runner {

    /**
     * @param exercise for one variant; see {@link
     *     openweights.course.exercise.source.Variation#of(Exercise, String)}
     * @param answers gives the text of each answer's cell
     * @param variant the values that the exercise was made with
     */
    Run run(
            Exercise exercise,
            Suite suite,
            Function<ExerciseCell.Answer, String> answers,
            Map<String, Long> variant);

    /**
     * What came of it.
     *
     * @param outcomes of every test of the suite
     * @param broken what the compiler said of cells that do not compile, by the cell's id
     */
    record Run(List<TestOutcome> outcomes, Map<String, String> broken) {

        public Run {
            outcomes = List.copyOf(outcomes);
            broken = Map.copyOf(broken);
        }

        /** All points. */
        public int points() {
            return outcomes.stream().mapToInt(TestOutcome::points).sum();
        }

        /** The points of a question. */
        public int points(String question) {
            return outcomes.stream()
                    .filter(outcome -> outcome.test().question().equals(question))
                    .mapToInt(TestOutcome::points)
                    .sum();
        }
    }
}
