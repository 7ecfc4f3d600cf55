import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LongLengthTest {

    @Test
    @Worth(1)
    @DisplayName("longer headers")
    void longer(Student student) {
        Check.equal("300", student.call("headerLength", file(300, 20)), 300);
        Check.equal("5 billion", student.call("headerLength", file(5_000_000_000L, 20)), 5_000_000_000L);
    }

    private static byte[] file(long length, int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    }
}
