import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BytesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("the bytes of other numbers")
    void others(Student student) {
        Check.equal("-1.0", student.call("bytesOf", -1.0f), new byte[] {0, 0, -128, -65});
        Check.equal("0.1", student.call("bytesOf", 0.1f), new byte[] {-51, -52, -52, 61});
        Check.equal("-0.0", student.call("bytesOf", -0.0f), new byte[] {0, 0, 0, -128});
        Check.equal("0", student.call("bytesOf", 0f), new byte[4]);
    }
}
