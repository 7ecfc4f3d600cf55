import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AnswerAsMergedTest {

    @Test
    @Worth(1)
    @DisplayName("the same answers as the merged matrix")
    void asMerged(Student student) {
        Random random = new Random(12);
        double[][] x = matrix(random, 4, 6), W = matrix(random, 5, 6), B = matrix(random, 5, 2), A = matrix(random, 2, 6);
        double[][] expected = new double[4][5];
        for (int t = 0; t < 4; t++) {
            for (int o = 0; o < 5; o++) {
                for (int i = 0; i < 6; i++) {
                    double merged = W[o][i] + 1.5 * (B[o][0] * A[0][i] + B[o][1] * A[1][i]);
                    expected[t][o] += x[t][i] * merged;
                }
            }
        }
        Object answer = student.call("answer", Tensor.of(x), Tensor.of(W), Tensor.of(B), Tensor.of(A), 1.5);
        Check.within("answer", answer, expected, 1e-6);
    }

    @Test
    @Worth(1)
    @DisplayName("with s = 0 the adapter does nothing")
    void takenOff(Student student) {
        Tensor x = Tensor.of(new double[][] {{1, 1}, {0, 2}, {3, -1}});
        Tensor W = Tensor.of(new double[][] {{1, 2}});
        Tensor B = Tensor.of(new double[][] {{7}});
        Tensor A = Tensor.of(new double[][] {{8, 9}});
        Object answer = student.call("answer", x, W, B, A, 0.0);
        Check.close("answer", answer, new double[][] {{3}, {4}, {1}});
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = random.doubles(columns, -1, 1).toArray();
        }
        return matrix;
    }
}
