import java.util.ArrayList;
import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class KindOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("nothing is missing, or a single part")
    void openSource(Student student) {
        List<String> parts = List.of("weights", "code to run it", "training code", "data information");
        Check.equal("without the data", student.call("kind", parts, true), "open source");
        for (String part : parts.subList(1, 4)) {
            List<String> others = new ArrayList<>(parts);
            others.remove(part);
            others.addAll(List.of("data", "model card", part + " of another model"));
            Check.equal("without " + part, student.call("kind", others, true), "open-weight");
        }
    }

    @Test
    @Worth(1)
    @DisplayName("a license that forbids some uses")
    void restricted(Student student) {
        List<String> parts = List.of("weights", "code to run it", "training code", "data information");
        Check.equal("nothing missing", student.call("kind", parts, false), "restricted");
        Check.equal("weights only", student.call("kind", List.of("weights"), false), "restricted");
    }

    @Test
    @Worth(1)
    @DisplayName("no weights")
    void closed(Student student) {
        List<String> parts = List.of("code to run it", "training code", "data information", "data");
        Check.equal("any use", student.call("kind", parts, true), "closed");
        Check.equal("words that only hold weights", student.call("kind", List.of("weights of another model"), true), "closed");
        Check.equal("not any use", student.call("kind", List.of("model card"), false), "closed");
    }
}
