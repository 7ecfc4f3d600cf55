import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AnswersWithBiasTest {

    @Test
    @Worth(1)
    @DisplayName("with a bias")
    void withBias(Student student) {
        Tensor hidden = Tensor.of(new double[][] {{0.5, 1, -1}, {0, 0, 0}, {1, 1, 1}});
        Tensor W2 = Tensor.of(new double[][] {{1}, {-1}, {0.5}});
        Tensor b2 = Tensor.of(new double[][] {{0.75}});
        double[][] expected = {{sigmoid(-0.25)}, {sigmoid(0.75)}, {sigmoid(1.25)}};
        Check.close("answers", student.call("answers", hidden, W2, b2), expected);
    }

    private static double sigmoid(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
