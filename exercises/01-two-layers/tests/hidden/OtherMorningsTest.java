import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class OtherMorningsTest {

    @Test
    @Worth(1)
    @DisplayName("no sign: the answer is 0")
    void noSign(Student student) {
        answers(student, 0, 0, 0);
    }

    @Test
    @Worth(1)
    @DisplayName("both signs: the answer is 0")
    void bothSigns(Student student) {
        answers(student, 1, 1, 0);
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
