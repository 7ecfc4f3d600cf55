import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MissingTest {

    @Test
    @Worth(1)
    @DisplayName("a release with weights and a model card")
    @Hint({"Go through needed. Which of these does the release not have?", "parts.contains(part) says whether it is there."})
    void weightsOnly(Student student) {
        Object missing = student.call("missing", List.of("weights", "model card"));
        List<String> expected = List.of("code to run it", "training code", "data information");
        Check.equal("missing", missing, expected);
    }
}
