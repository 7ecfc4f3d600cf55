import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ZScoreTest {

    @Test
    @Worth(1)
    @DisplayName("the text of the example")
    @Hint({"A Set keeps each pair once: put List.of(tokens[i - 1], tokens[i]) into it.", "A text of five tokens has four pairs of neighbors. Here two of them are the same."})
    void example(Student student) {
        boolean[][] green = {{false, true}, {false, true}};
        Check.close("z-score", student.call("zScore", green, 0.5, new int[] {0, 1, 1, 1, 0}), 0.5 / Math.sqrt(0.75));
    }

    @Test
    @Worth(1)
    @DisplayName("a text without pairs")
    @Hint("With no pairs both sides of the division are 0, and Java makes NaN of it. Ask for this case first.")
    void noPairs(Student student) {
        boolean[][] green = {{true}};
        Check.close("no token", student.call("zScore", green, 0.5, new int[0]), 0);
        Check.close("one token", student.call("zScore", green, 0.5, new int[] {0}), 0);
    }
}
