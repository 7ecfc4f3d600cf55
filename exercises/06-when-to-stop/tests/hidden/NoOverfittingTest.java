import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class NoOverfittingTest {

    @Test
    @Worth(1)
    @DisplayName("both losses fall: no overfitting")
    void bothFall(Student student) {
        double[] training = {0.7, 0.5, 0.3, 0.1};
        double[] test = {0.8, 0.6, 0.5, 0.45};
        Check.equal("overfits", student.call("overfits", training, test), false);
    }

    @Test
    @Worth(1)
    @DisplayName("both losses rise: no overfitting")
    void bothRise(Student student) {
        double[] training = {0.7, 0.4, 2, 30};
        double[] test = {0.8, 0.5, 3, 40};
        Check.equal("overfits", student.call("overfits", training, test), false);
    }
}
