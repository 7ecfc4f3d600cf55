import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class HalfOfOthersTest {

    @Test
    @Worth(2)
    @DisplayName("half of an odd number")
    void halfOfOdd(Student student) {
        Check.close("half of 7", student.call("half", 7), 3.5);
    }
}
