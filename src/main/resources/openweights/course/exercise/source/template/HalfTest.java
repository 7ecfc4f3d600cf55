import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class HalfTest {

    @Test
    @Worth(1)
    @DisplayName("half of 6 is 3")
    @Hint({"A gentle hint.", "A clear one."})
    void halfOfSix(Student student) {
        Check.close("half of 6", student.call("half", 6), 3);
    }
}
