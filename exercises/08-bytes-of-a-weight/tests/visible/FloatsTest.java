import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class FloatsTest {

    @Test
    @Worth(1)
    @DisplayName("two floats from the beginning")
    @Hint({"ByteBuffer.wrap(bytes) reads from an array; getFloat goes on by four bytes.", "Do not forget the order of the bytes."})
    void fromTheBeginning(Student student) {
        byte[] bytes = {0, 0, -128, 63, 0, 0, 0, 64};
        Check.equal("floats", student.call("floatsAt", bytes, 0, 2), new float[] {1, 2});
    }
}
