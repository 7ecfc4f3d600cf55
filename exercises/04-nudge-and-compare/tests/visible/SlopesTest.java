import openweights.course.exercise.Check;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SlopesTest {

    @Test
    @Worth(1)
    @DisplayName("the loss of the example, at the weights 3 and 2")
    @Hint({"Change one weight only, and set it back before you come to the next one.", "double up = loss.applyAsDouble(weights) is the loss while the weight is larger."})
    void example(Student student) {
        Handle loss = student.make("(ToDoubleFunction<double[]>) w -> w[0] * w[0] * w[1]");
        Object slopes = student.call("slopes", loss, new double[] {3, 2}, 0.5);
        Check.close("slopes", slopes, new double[] {12, 9});
    }
}
