import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AdamLaterTest {

    @Test
    @Worth(1)
    @DisplayName("a later step, with means from earlier ones")
    void later(Student student) {
        Object after = student.call("adam", new double[] {1, -2}, new double[] {0.5, 3}, new double[] {0.4, -0.2}, new double[] {0.03, 0.25}, 3, 0.2);
        double[] means = {0.41, 0.12}, squares = {0.03022, 0.25875};
        double first = 1 - 0.2 * 0.41 / 0.271 / Math.sqrt(0.03022 / 0.002997001);
        double second = -2 - 0.2 * 0.12 / 0.271 / Math.sqrt(0.25875 / 0.002997001);
        Check.within("weights, means, mean squares", after, new double[][] {{first, second}, means, squares}, 1e-8);
    }

    @Test
    @Worth(1)
    @DisplayName("tiny gradients, where 1e-8 is felt, and a gradient of 0")
    void tiny(Student student) {
        Object after = student.call("adam", new double[] {1, 5}, new double[] {1e-8, 0}, new double[2], new double[2], 1, 0.5);
        Check.within("weights, means, mean squares", after, new double[][] {{0.75, 5}, {1e-9, 0}, {1e-19, 0}}, 1e-12);
    }

    @Test
    @Worth(1)
    @DisplayName("the arrays that came in are as they were")
    void unchanged(Student student) {
        student.call("adam", new double[] {5}, new double[] {6}, new double[] {7}, new double[] {8}, 2, 0.1);
        List<Object> arguments = student.arguments();
        for (int i = 0; i < 4; i++) {
            Check.equal("array " + (i + 1), arguments.get(i), new double[] {i + 5});
        }
    }
}
