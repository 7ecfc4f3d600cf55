import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class BrokenFilesTest {

    @Test
    @Worth(1)
    @DisplayName("a file that was cut off is not")
    void cutOff(Student student) {
        Check.equal("one byte too few", student.call("plausible", file(13, 20)), false);
        Check.equal("just enough", student.call("plausible", file(12, 20)), true);
    }

    @Test
    @Worth(1)
    @DisplayName("nor is a file that is too short for a length")
    void tooShort(Student student) {
        Check.equal("empty", student.call("plausible", new byte[0]), false);
        Check.equal("8 bytes and an empty header", student.call("plausible", file(0, 8)), true);
        Check.equal("an empty header and more", student.call("plausible", file(0, 20)), true);
        Check.equal("7 bytes", student.call("plausible", new byte[7]), false);
    }

    @Test
    @Worth(1)
    @DisplayName("nor is one whose length makes no sense")
    void nonsense(Student student) {
        Check.equal("-1", student.call("plausible", file(-1, 20)), false);
        Check.equal("the largest long", student.call("plausible", file(Long.MAX_VALUE, 20)), false);
    }

    private static byte[] file(long length, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    }
}
