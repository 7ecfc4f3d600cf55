import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class CountOthersTest {

    @Test
    @Worth(1)
    @DisplayName("other numbers of inputs and neurons")
    void others(Student student) {
        Check.equal("weightCount(7, 1)", student.call("weightCount", 7, 1), 8);
        Check.equal("weightCount(1, 7)", student.call("weightCount", 1, 7), 14);
        Check.equal("weightCount(768, 3072)", student.call("weightCount", 768, 3072), 2_362_368);
    }
}
