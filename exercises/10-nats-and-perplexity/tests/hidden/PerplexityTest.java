import java.util.Arrays;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PerplexityTest {

    @Test
    @Worth(1)
    @DisplayName("unequal probabilities")
    void unequal(Student student) {
        Check.close("0.5 and 0.125", student.call("perplexity", new double[] {0.5, 0.125}), 4);
        Check.close("0.9, 0.1 and 0.3", student.call("perplexity", new double[] {0.9, 0.1, 0.3}), Math.pow(0.027, -1 / 3.0));
    }

    @Test
    @Worth(1)
    @DisplayName("a long text")
    void longText(Student student) {
        double[] chance = new double[2000];
        Arrays.fill(chance, 0.25);
        Check.close("2000 tokens with 0.25", student.call("perplexity", chance), 4);
    }
}
