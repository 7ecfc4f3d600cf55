import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class RangeOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("he")
    void he(Student student) {
        Check.close("24 inputs", student.call("range", 24, 7, "he"), 0.5);
        Check.close("784 inputs", student.call("range", 784, 100, "he"), 0.0874818);
    }

    @Test
    @Worth(1)
    @DisplayName("glorot")
    void glorot(Student student) {
        Check.close("20 inputs, 4 outputs", student.call("range", 20, 4, "glorot"), 0.5);
        Check.close("4 inputs, 1 output", student.call("range", 4, 1, "glorot"), Math.sqrt(1.2));
    }
}
