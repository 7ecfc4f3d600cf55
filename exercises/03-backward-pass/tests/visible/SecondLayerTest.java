import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SecondLayerTest {

    @Test
    @Worth(1)
    @DisplayName("four cases, one neuron")
    @Hint({"The result has the shape of W2. Which product of hidden and output - Y has it?", "hidden.transpose() is [neurons, cases]."})
    void fourCases(Student student) {
        Tensor hidden = Tensor.of(new double[][] {{1}, {0.5}, {0}, {-1}});
        Tensor output = Tensor.of(new double[][] {{0.5}, {0.5}, {0.5}, {0.5}});
        Tensor Y = Tensor.of(new double[][] {{0}, {1}, {1}, {0}});
        Object gradient = student.call("gradientOfW2", hidden, output, Y);
        Check.close("gradient of W2", gradient, new double[][] {{(0.5 - 0.25 - 0.5) / 4}});
    }
}
