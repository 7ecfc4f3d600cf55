import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class FloatsInTheMiddleTest {

    @Test
    @Worth(1)
    @DisplayName("floats in the middle of other bytes")
    void inTheMiddle(Student student) {
        byte[] bytes = {7, 7, 7, 0, 0, -128, 63, 0, 0, 0, 64, 9};
        Check.equal("floats", student.call("floatsAt", bytes, 3, 2), new float[] {1, 2});
        byte[] high = {1, -51, -52, -52, 61, -1, -128, -64, -65};
        float[] expected = {Float.intBitsToFloat(0x3DCCCCCD), Float.intBitsToFloat(0xBFC080FF)};
        Check.equal("bytes above 127", student.call("floatsAt", high, 1, 2), expected);
    }

    @Test
    @Worth(1)
    @DisplayName("no more than were asked for")
    void noMore(Student student) {
        byte[] bytes = {0, 0, -128, 63, 0, 0, 0, 64, 0, 0, 64, 64};
        Check.equal("one float", student.call("floatsAt", bytes, 0, 1), new float[] {1});
        Check.equal("none", student.call("floatsAt", bytes, 0, 0), new float[0]);
    }
}
