import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class ErrorTest {

    @Test
    @Worth(1)
    @DisplayName("the row of the example")
    @Hint({"What comes back is the rounded number times the scale.", "Compare it with the weight, and keep the largest difference."})
    void scaleOfAHundredth(Student student) {
        Object error = student.call("largestError", new float[] {1.27f, -0.25f, 0.106f});
        Check.within("error", error, 0.004, 1e-6);
    }
}
