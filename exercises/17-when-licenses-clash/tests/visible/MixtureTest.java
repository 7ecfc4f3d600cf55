import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MixtureTest {

    @Test
    @Worth(1)
    @DisplayName("two licenses")
    @Hint({"A use must be in each of the sets.", "retainAll keeps what is in the other set, too."})
    void two(Student student) {
        Object uses = student.eval("allowedForMixture(List.of(Set.of(\"study\", \"change\", \"sell\"), Set.of(\"study\", \"change\")))");
        Check.equal("uses", uses, List.of("change", "study"));
    }
}
