import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Tensor;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class AnswersTest {

    @Test
    @Worth(1)
    @DisplayName("two cases, no bias")
    @Hint({"It is the same pattern as the hidden layer.", "The curve is Transforms.sigmoid."})
    void twoCases(Student student) {
        Tensor hidden = Tensor.of(new double[][] {{1, 0}, {0, 1}});
        Tensor W2 = Tensor.of(new double[][] {{2}, {-2}});
        Tensor b2 = Tensor.of(new double[][] {{0}});
        double[][] expected = {{1 / (1 + Math.exp(-2))}, {1 / (1 + Math.exp(2))}};
        Check.close("answers", student.call("answers", hidden, W2, b2), expected);
    }
}
