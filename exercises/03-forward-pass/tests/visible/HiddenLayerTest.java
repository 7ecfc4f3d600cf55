import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class HiddenLayerTest {

    @Test
    @Worth(1)
    @DisplayName("one case, two inputs, two neurons, no bias")
    @Hint({"mmul makes all weighted sums at once; mul multiplies number by number.", "Transforms.tanh(…) puts the curve on every number."})
    void oneCase(Student student) {
        Tensor X = Tensor.of(new double[][] {{1, 2}});
        Tensor W1 = Tensor.of(new double[][] {{0.5, -1}, {0.25, 0.5}});
        Tensor b1 = Tensor.of(new double[][] {{0, 0}});
        double[][] expected = {{Math.tanh(1), Math.tanh(0)}};
        Check.close("hidden layer", student.call("hiddenLayer", X, W1, b1), expected);
    }
}
