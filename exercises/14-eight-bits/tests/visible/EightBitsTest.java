import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class EightBitsTest {

    @Test
    @Worth(1)
    @DisplayName("a row whose scale is 0.01")
    @Hint({"Math.abs takes the sign away.", "(byte) Math.round(row[i] / scale)"})
    void scaleOfAHundredth(Student student) {
        Object whole = student.call("inEightBits", new float[] {1.27f, -0.25f, 0.106f});
        Check.equal("bytes", whole, new byte[] {127, -25, 11});
    }
}
