import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RateTest {

    @Test
    @Worth(1)
    @DisplayName("rides of 1, 2 and 3 km")
    @Hint({"First the mean of km². For these rides it is 14 / 3.", "The curvature is 2 · mean, so 2 / curvature is 1 / mean."})
    void threeRides(Student student) {
        Check.close("largest rate", student.call("largestRate", new double[] {1, 2, 3}), 3 / 14.0);
    }
}
