import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class OneSignTest {

    @Test
    @Worth(2)
    @DisplayName("exactly one sign: the answer is 1")
    @Hint({"Begin with the neuron for \"or\". It is right on three of the four mornings.", "The second neuron must answer 0 only if both inputs are 1.", "The third neuron is an \"and\" of the first two."})
    void oneSign(Student student) {
        answers(student, 0, 1, 1);
        answers(student, 1, 0, 1);
    }

    private static void answers(Student student, int a, int b, int expected) {
        Object value = student.call("threeNeurons");
        boolean threeByThree = value instanceof double[][] rows && rows.length == 3 && java.util.Arrays.stream(rows).allMatch(row -> row != null && row.length == 3);
        Check.that("three rows of three numbers", threeByThree);
        double[][] neurons = (double[][]) value;
        int first = neuron(a, b, neurons[0]);
        int second = neuron(a, b, neurons[1]);
        Check.equal(a + ", " + b, neuron(first, second, neurons[2]), expected);
    }

    private static int neuron(int x, int y, double[] numbers) {
        return numbers[0] * x + numbers[1] * y + numbers[2] > 0 ? 1 : 0;
    }
}
