import openweights.course.exercise.Check;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class SlopesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other losses and other nudges")
    void others(Student student) {
        Handle cube = student.make("(ToDoubleFunction<double[]>) w -> w[0] * w[0] * w[0]");
        Check.close("w³ at 2, a large nudge", student.call("slopes", cube, new double[] {2}, 0.5), new double[] {12.25});
        Check.within("w³ at 2, a small nudge", student.call("slopes", cube, new double[] {2}, 1e-4), new double[] {12}, 1e-6);
        Handle falling = student.make("(ToDoubleFunction<double[]>) w -> 7 - w[1] + w[0] * w[2] + w[3]");
        Object slopes = student.call("slopes", falling, new double[] {1, 5, -2, 0}, 0.25);
        Check.close("four weights", slopes, new double[] {-2, -1, 1, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("afterwards every weight is what it was")
    void setBack(Student student) {
        double[] weights = {0.1, 0.3, 0.7};
        Handle sum = student.make("(ToDoubleFunction<double[]>) w -> w[0] * w[1] + w[2]");
        student.call("slopes", sum, weights.clone(), 0.2);
        Check.equal("the weights, to the last bit", student.arguments().get(1), weights);
    }
}
