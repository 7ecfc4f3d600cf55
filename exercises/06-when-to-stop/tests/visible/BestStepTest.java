import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BestStepTest {

    @Test
    @Worth(1)
    @DisplayName("down, then up again")
    @Hint({"Remember the place of the lowest loss so far.", "Return the place, not the loss."})
    void downAndUp(Student student) {
        Object best = student.call("bestStep", new double[] {0.9, 0.5, 0.4, 0.6, 0.8});
        Check.equal("best step", best, 2);
    }
}
