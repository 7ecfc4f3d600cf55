import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BytesTest {

    @Test
    @Worth(1)
    @DisplayName("the bytes of 1.0")
    @Hint({"ByteBuffer.allocate(4) holds four bytes, and putFloat fills them.", "A ByteBuffer puts the highest byte first, unless you say order(ByteOrder.LITTLE_ENDIAN)."})
    void one(Student student) {
        Check.equal("bytes of 1.0", student.call("bytesOf", 1.0f), new byte[] {0, 0, -128, 63});
    }
}
