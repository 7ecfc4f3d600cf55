import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class FirstLayerByTryingTest {

    @Test
    @Worth(2)
    @DisplayName("agrees with the slope found by trying")
    void agreesWithTrying(Student student) {
        Random random = new Random(5);
        double[][] X = matrix(random, 3, 2), W1 = matrix(random, 2, 4), W2 = matrix(random, 4, 1);
        double[][] Y = {{1}, {0}, {1}};
        double[][] hidden = hidden(X, W1);
        double[][] expected = new double[2][4];
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 4; column++) {
                double weight = W1[row][column];
                W1[row][column] = weight + 1e-5;
                double above = loss(output(hidden(X, W1), W2), Y);
                W1[row][column] = weight - 1e-5;
                double below = loss(output(hidden(X, W1), W2), Y);
                W1[row][column] = weight;
                expected[row][column] = (above - below) / 2e-5;
            }
        }
        Object gradient =
                student.call(
                        "gradientOfW1",
                        Tensor.of(X),
                        Tensor.of(hidden),
                        Tensor.of(output(hidden, W2)),
                        Tensor.of(Y),
                        Tensor.of(W2));
        Check.within("gradient of W1", gradient, expected, 1e-7);
    }

    private static double[][] hidden(double[][] X, double[][] W1) {
        double[][] sums = product(X, W1);
        for (double[] row : sums) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.tanh(row[i]);
            }
        }
        return sums;
    }

    private static double[][] output(double[][] hidden, double[][] W2) {
        double[][] sums = product(hidden, W2);
        for (double[] row : sums) {
            row[0] = 1 / (1 + Math.exp(-row[0]));
        }
        return sums;
    }

    private static double loss(double[][] output, double[][] Y) {
        double sum = 0;
        for (int i = 0; i < Y.length; i++) {
            sum -= Math.log(Y[i][0] == 1 ? output[i][0] : 1 - output[i][0]);
        }
        return sum / Y.length;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = random.doubles(columns, -1, 1).toArray();
        }
        return matrix;
    }
}
