import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class DifferenceTest {

    @Test
    @Worth(1)
    @DisplayName("the third link differs")
    @Hint({"Go through both from the beginning. Compare texts with equals.", "Return the number of the link at once when you find a difference."})
    void third(Student student) {
        Object first = student.call("firstDifference", List.of("a", "b", "c", "d"), List.of("a", "b", "x", "y"));
        Check.equal("first difference", first, 2);
    }
}
