import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class TrainedTest {

    @Test
    @Worth(1)
    @DisplayName("finds the fare of your taxi")
    @Hint({"Does the weight go against the slope? Minus, not plus.", "Compute the gradient anew in every step."})
    void findsTheFare(Student student) {
        long longest = student.variant().get("longest");
        double rate = 1.0 / (longest * longest);
        Object weight = student.eval("trained(km, price, " + rate + ", 500)");
        Check.within("the fare", weight, student.variant().get("fare"), 1e-6);
    }
}
