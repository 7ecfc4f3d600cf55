import java.util.List;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ChainOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("a longer chain, and none")
    void known(Student student) {
        Object chain = student.call("chain", List.of("a", "b", "c"));
        List<String> expected = List.of(A, AB, ABC);
        Check.equal("a, b, c", chain, expected);
        Object blanks = student.call("chain", List.of(" a ", ""));
        Check.equal("blanks count", ((List<?>) blanks).get(0).equals(A), false);
        Check.equal("no text", student.call("chain", List.of()), List.of());
    }

    @Test
    @Worth(1)
    @DisplayName("a change shows in all links behind it, and in none before")
    void change(Student student) {
        List<?> chain = (List<?>) student.call("chain", List.of("one", "two", "three", "four", "five"));
        List<?> changed = (List<?>) student.call("chain", List.of("one", "two", "Three", "four", "five"));
        for (int i = 0; i < 5; i++) {
            Check.equal("link " + i + " changed", !chain.get(i).equals(changed.get(i)), i >= 2);
        }
    }

    private static final String A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    private static final String AB = "d107b7d075043599f95950cf82591afa47c4dce9b4d343dc6fbecb1b051ee3ef";
    private static final String ABC = "9df5348cd43886f324a44ebcb833a21cb364505174b64d7b927803e485644a2f";
}
