import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class FirstLayerTest {

    @Test
    @Worth(1)
    @DisplayName("hidden neurons at 0, where the curve has slope 1")
    @Hint({"First the way back through W2: [cases, 1] times [1, neurons].", "mul with 1 - hidden², number by number.", "The last step is X.transpose().mmul(…)."})
    void atTheMiddle(Student student) {
        Tensor X = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        Tensor hidden = Tensor.of(new double[][] {{0, 0, 0}, {0, 0, 0}});
        Tensor output = Tensor.of(new double[][] {{0.5}, {0.5}});
        Tensor Y = Tensor.of(new double[][] {{0}, {1}});
        Tensor W2 = Tensor.of(new double[][] {{1}, {2}, {-1}});
        Object gradient = student.call("gradientOfW1", X, hidden, output, Y, W2);
        double[][] expected = {{-0.5, -1, 0.5}, {-0.5, -1, 0.5}};
        Check.close("gradient of W1", gradient, expected);
    }
}
