import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class GigabytesTest {

    @Test
    @Worth(1)
    @DisplayName("8 billion weights of 4 bits, in groups of 32")
    @Hint({"First the bits of one weight, its part of the scale included.", "16 / group is a division of whole numbers in Java; 16.0 / group is not."})
    void grouped(Student student) {
        Check.close("gigabytes", student.call("gigabytes", 8e9, 4, 32), 4.5);
    }
}
