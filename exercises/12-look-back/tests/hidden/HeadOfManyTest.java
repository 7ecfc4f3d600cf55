import java.util.Arrays;
import java.util.Random;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class HeadOfManyTest {

    @Test
    @Worth(1)
    @DisplayName("many tokens")
    void manyTokens(Student student) {
        Random random = new Random(9);
        double[][] q = matrix(random, 6, 4), k = matrix(random, 6, 4), v = matrix(random, 6, 4);
        Object head = student.call("head", Tensor.of(q), Tensor.of(k), Tensor.of(v));
        Check.within("head", head, expected(q, k, v), 1e-6);
    }

    @Test
    @Worth(1)
    @DisplayName("a later token changes nothing for those before it")
    void notAhead(Student student) {
        Random random = new Random(10);
        double[][] q = matrix(random, 5, 4), k = matrix(random, 5, 4), v = matrix(random, 5, 4);
        Object before = student.call("head", Tensor.of(q), Tensor.of(k), Tensor.of(v));
        q[4] = k[4] = v[4] = new double[] {9, -9, 9, -9};
        Object after = student.call("head", Tensor.of(q), Tensor.of(k), Tensor.of(v));
        double[] rowsBefore = Arrays.copyOf(((Tensor) before).values(), 16);
        double[] rowsAfter = Arrays.copyOf(((Tensor) after).values(), 16);
        Check.within("rows 0 to 3", rowsAfter, rowsBefore, 1e-9);
    }

    private static double[][] expected(double[][] q, double[][] k, double[][] v) {
        double[][] out = new double[q.length][q[0].length];
        for (int t = 0; t < q.length; t++) {
            double sum = 0;
            for (int s = 0; s <= t; s++) {
                double score = 0;
                for (int i = 0; i < q[t].length; i++) {
                    score += q[t][i] * k[s][i];
                }
                double e = Math.exp(score / Math.sqrt(q[t].length));
                sum += e;
                for (int i = 0; i < q[t].length; i++) {
                    out[t][i] += e * v[s][i];
                }
            }
            for (int i = 0; i < q[t].length; i++) {
                out[t][i] /= sum;
            }
        }
        return out;
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int row = 0; row < rows; row++) {
            matrix[row] = random.doubles(columns, -2, 2).toArray();
        }
        return matrix;
    }
}
