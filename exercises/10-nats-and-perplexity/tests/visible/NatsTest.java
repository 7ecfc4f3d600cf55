import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class NatsTest {

    @Test
    @Worth(1)
    @DisplayName("two tokens with 0.5 and 0.125")
    @Hint({"The logarithm of a number below 1 is negative. What must be done with the sign?", "Add -Math.log(chance[i]) for each token, then divide by their number."})
    void twoTokens(Student student) {
        Check.close("nats", student.call("natsPerToken", new double[] {0.5, 0.125}), Math.log(4));
    }
}
