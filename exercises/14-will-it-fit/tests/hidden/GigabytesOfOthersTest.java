import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class GigabytesOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("without groups")
    void noGroups(Student student) {
        Check.close("16 bits", student.call("gigabytes", 7_241_732_096.0, 16, 0), 14.483464192);
        long billions = student.variant().get("billions");
        Check.close("your model, 32 bits", student.eval("gigabytes(weights, 32, 0)"), 4 * billions);
    }

    @Test
    @Worth(1)
    @DisplayName("groups of another size")
    void otherGroups(Student student) {
        Check.close("groups of 8", student.call("gigabytes", 8e9, 4, 8), 6);
        Check.close("groups of 128", student.call("gigabytes", 8e9, 8, 128), 8.125);
    }
}
