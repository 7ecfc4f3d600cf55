import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ReadOddNamesTest {

    @Test
    @Worth(1)
    @DisplayName("names with spaces, and no file at all")
    void oddNames(Student student) {
        String digits = "00112233445566778899aabbccddeeff".repeat(2);
        Check.equal("a space", student.call("read", digits + "  model card.md\n"), Map.of("model card.md", digits));
        Check.equal("two spaces", student.call("read", digits + "  read  me.txt\n"), Map.of("read  me.txt", digits));
        Check.equal("no line", student.call("read", ""), Map.of());
    }
}
