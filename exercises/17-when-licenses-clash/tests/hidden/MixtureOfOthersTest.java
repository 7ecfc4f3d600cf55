import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class MixtureOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("three licenses, of which the last one matters")
    void three(Student student) {
        Object uses = student.eval("allowedForMixture(List.of(Set.of(\"sell\", \"study\", \"change\"), Set.of(\"change\", \"study\", \"sell\"), Set.of(\"sell\", \"share\")))");
        Check.equal("uses", uses, List.of("sell"));
        Object none = student.eval("allowedForMixture(List.of(Set.of(\"study\"), Set.of(\"sell\"), Set.of(\"study\")))");
        Check.equal("nothing in common", none, List.of());
    }

    @Test
    @Worth(1)
    @DisplayName("one model, and none")
    void edges(Student student) {
        Object one = student.eval("allowedForMixture(List.of(Set.of(\"study\", \"sell\", \"change\")))");
        Check.equal("one model", one, List.of("change", "sell", "study"));
        Check.equal("no model", student.eval("allowedForMixture(List.of())"), List.of());
    }
}
