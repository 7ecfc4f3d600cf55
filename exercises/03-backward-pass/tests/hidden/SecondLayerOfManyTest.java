import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SecondLayerOfManyTest {

    @Test
    @Worth(2)
    @DisplayName("any number of cases and neurons")
    void anyCases(Student student) {
        Tensor hidden = Tensor.of(new double[][] {{0.2, -0.4}, {0.6, 0.8}, {-1, 1}});
        Tensor output = Tensor.of(new double[][] {{0.9}, {0.1}, {0.5}});
        Tensor Y = Tensor.of(new double[][] {{1}, {0}, {1}});
        Object gradient = student.call("gradientOfW2", hidden, output, Y);
        double[][] expected = {{(-0.02 + 0.06 + 0.5) / 3}, {(0.04 + 0.08 - 0.5) / 3}};
        Check.close("gradient of W2", gradient, expected);
    }
}
