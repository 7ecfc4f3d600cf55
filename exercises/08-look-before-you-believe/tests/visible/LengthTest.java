import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LengthTest {

    @Test
    @Worth(1)
    @DisplayName("a header of 60 bytes")
    @Hint({"ByteBuffer.wrap(file) reads from the array.", "order(ByteOrder.LITTLE_ENDIAN), then getLong()."})
    void sixty(Student student) {
        byte[] file = {60, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
        Check.equal("length", student.call("headerLength", file), 60);
    }
}
