import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class SlopeTest {

    @Test
    @Worth(1)
    @DisplayName("two rides: the slope is -3")
    @Hint({"Is the sign right? Every prediction is too low, so more weight means less loss.", "Each error counts as much as its ride is long: multiply by km.", "Do not forget the 2 of the square."})
    void twoRides(Student student) {
        Object slope = student.call("gradient", 2.0, new double[] {1, 2}, new double[] {3, 5});
        Check.close("gradient", slope, -3);
    }
}
