import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LossOfOneTest {

    @Test
    @Worth(1)
    @DisplayName("nothing has changed, and a winner that became likelier")
    @Hint({"Compute the difference of the two logarithms first.", "-log(1 / (1 + e^-x)) is log(1 + e^-x)."})
    void loss(Student student) {
        Check.close("unchanged", student.call("dpoLoss", 0.5, 0.2, 0.5, 0.2, 0.3), Math.log(2));
        Check.close("winner twice as likely", student.call("dpoLoss", 0.2, 0.4, 0.4, 0.4, 1.0), Math.log(1.5));
    }
}
