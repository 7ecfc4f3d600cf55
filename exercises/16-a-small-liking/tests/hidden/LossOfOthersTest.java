import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
@Question("q1")
class LossOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a loser that became likelier")
    void loser(Student student) {
        Check.close("loser three times as likely", student.call("dpoLoss", 0.4, 0.1, 0.4, 0.3, 1.0), Math.log(4));
        Check.close("both twice as likely", student.call("dpoLoss", 0.1, 0.3, 0.2, 0.6, 2.0), Math.log(2));
    }

    @Test
    @Worth(1)
    @DisplayName("other values of beta")
    void beta(Student student) {
        Check.close("beta 2", student.call("dpoLoss", 0.1, 0.2, 0.3, 0.2, 2.0), Math.log(1 + 1 / 9.0));
        Check.close("beta 0.5", student.call("dpoLoss", 0.1, 0.2, 0.1, 0.05, 0.5), Math.log(1.5));
    }
}
