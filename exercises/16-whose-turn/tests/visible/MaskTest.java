import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MaskTest {

    @Test
    @Worth(1)
    @DisplayName("one request and its answer")
    @Hint({"Go through the ids once, and remember whose turn it is.", "At user and assistant the turn changes, and neither of them counts."})
    void oneAnswer(Student student) {
        Object counts = student.call("counts", new int[] {0, 8, 5, 6, 9, 4, 1}, 8, 9);
        Check.equal("counts", counts, new boolean[] {false, false, false, false, false, true, true});
    }
}
