import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RmsNormOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("weights for each column")
    void gain(Student student) {
        Object normed = student.call("rmsNorm", new double[] {1, -1, 1, -1}, new double[] {2, 3, 0, -1}, 0.0);
        Check.close("normed", normed, new double[] {2, -3, 0, 1});
    }

    @Test
    @Worth(1)
    @DisplayName("small rows, where epsilon is felt")
    void epsilon(Student student) {
        Object zeros = student.call("rmsNorm", new double[3], new double[] {1, 1, 1}, 1e-5);
        Check.close("zeros", zeros, new double[3]);
        Object small = student.call("rmsNorm", new double[] {0.3, -0.3}, new double[] {1, 1}, 0.07);
        Check.close("small", small, new double[] {0.75, -0.75});
    }
}
