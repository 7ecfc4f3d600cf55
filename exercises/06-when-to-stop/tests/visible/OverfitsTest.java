import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class OverfitsTest {

    @Test
    @Worth(1)
    @DisplayName("the training loss falls, the validation loss rises: overfitting")
    @Hint({"Compare two steps only: the best one and the last one.", "Both conditions must hold."})
    void overfits(Student student) {
        double[] training = {0.7, 0.5, 0.3, 0.1, 0.01};
        double[] validation = {0.7, 0.6, 0.55, 0.8, 1.2};
        Check.equal("overfits", student.call("overfits", training, validation), true);
    }
}
