import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class HiddenLayerOfManyTest {

    @Test
    @Worth(1)
    @DisplayName("many cases, with biases")
    void manyCases(Student student) {
        Random random = new Random(4);
        double[][] X = matrix(random, 5, 2), W1 = matrix(random, 2, 3), b1 = matrix(random, 1, 3);
        double[][] expected = new double[5][3];
        for (int row = 0; row < 5; row++) {
            for (int neuron = 0; neuron < 3; neuron++) {
                double sum = b1[0][neuron];
                for (int input = 0; input < 2; input++) {
                    sum += X[row][input] * W1[input][neuron];
                }
                expected[row][neuron] = Math.tanh(sum);
            }
        }
        Object hidden = student.call("hiddenLayer", Tensor.of(X), Tensor.of(W1), Tensor.of(b1));
        Check.close("hidden layer", hidden, expected);
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = random.doubles(columns, -1, 1).toArray();
        }
        return matrix;
    }
}
