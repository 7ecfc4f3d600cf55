import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class EightBitsOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a row whose largest weight is negative")
    void negative(Student student) {
        Object whole = student.call("inEightBits", new float[] {-2.54f, 0.1f, 0.2f});
        Check.equal("bytes", whole, new byte[] {-127, 5, 10});
    }

    @Test
    @Worth(1)
    @DisplayName("rounds to the nearest")
    void rounds(Student student) {
        Object whole = student.call("inEightBits", new float[] {127, 1.7f, -1.7f, 126.6f, 0.4f});
        Check.equal("bytes", whole, new byte[] {127, 2, -2, 127, 0});
        Object small = student.call("inEightBits", new float[] {0.127f, -0.05f, 0.02f});
        Check.equal("a row of small weights", small, new byte[] {127, -50, 20});
        Check.equal("zeros", student.call("inEightBits", new float[3]), new byte[3]);
    }
}
