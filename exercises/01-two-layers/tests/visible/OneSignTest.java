import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class OneSignTest {

    @Test
    @Worth(1)
    @DisplayName("exactly one sign: the answer is 1")
    @Hint({"Begin with the neuron for \"or\". It is right on three of the four mornings.", "The second neuron must answer 0 only if both inputs are 1.", "The third neuron is an \"and\" of the first two."})
    void oneSign(Student student) {
        Check.equal("0, 1", student.call("exclusiveOr", 0, 1), 1);
        Check.equal("1, 0", student.call("exclusiveOr", 1, 0), 1);
    }
}
