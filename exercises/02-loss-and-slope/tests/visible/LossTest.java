import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class LossTest {

    @Test
    @Worth(1)
    @DisplayName("two rides, both errors are -1")
    @Hint({"Square first, then take the mean.", "Divide the sum by km.length."})
    void twoRides(Student student) {
        Object loss = student.call("loss", 2.0, new double[] {1, 2}, new double[] {3, 5});
        Check.close("loss", loss, 1);
    }
}
