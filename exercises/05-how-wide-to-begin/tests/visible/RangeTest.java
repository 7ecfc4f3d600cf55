import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RangeTest {

    @Test
    @Worth(1)
    @DisplayName("48 inputs, by the rule lecun")
    @Hint({"First the standard deviation, by the rule. r is √3 times as large.", "1 / inputs is a division of whole numbers in Java; 1.0 / inputs is not."})
    void lecun(Student student) {
        Check.close("r", student.call("range", 48, 10, "lecun"), 0.25);
    }
}
