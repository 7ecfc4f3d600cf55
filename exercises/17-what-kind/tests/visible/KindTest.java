import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class KindTest {

    @Test
    @Worth(1)
    @DisplayName("weights and code under a free license")
    @Hint({"Begin with line 1 of the rule, and return as soon as a line fits."})
    void openWeight(Student student) {
        Object kind = student.call("kind", List.of("weights", "code to run it", "model card"), true);
        Check.equal("kind", kind, "open-weight");
    }
}
