import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SuspectsTest {

    @Test
    @Worth(1)
    @DisplayName("one of four gradients is wrong, and it is too small")
    @Hint({"The difference may be positive or negative: take Math.abs of it.", "Add i to the list, not the gradient."})
    void one(Student student) {
        double[] gradients = {0.5, -0.25, 2, 0}, slopes = {0.5001, -0.2499, 4, 0.0001};
        Check.equal("suspects", student.call("suspects", gradients, slopes, 0.001), List.of(2));
    }
}
