import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class MissingOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("nothing, one part, everything")
    void others(Student student) {
        List<String> whole = List.of("weights", "code to run it", "training code", "data information", "log");
        Check.equal("nothing", student.call("missing", whole), List.of());
        List<String> noCode = List.of("data information", "weights", "code to run it");
        Check.equal("one part", student.call("missing", noCode), List.of("training code"));
        List<String> alike = List.of("code", "weights to come", "training code", "data information");
        Check.equal("words that are alike", student.call("missing", alike), List.of("weights", "code to run it"));
        Object all = student.call("missing", List.of("data"));
        List<String> expected = List.of("weights", "code to run it", "training code", "data information");
        Check.equal("everything", all, expected);
    }
}
