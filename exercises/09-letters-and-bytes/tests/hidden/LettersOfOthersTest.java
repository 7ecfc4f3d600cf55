import java.nio.charset.StandardCharsets;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class LettersOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("texts of several scripts")
    void mixtures(Student student) {
        for (String text : new String[] {"", "key\u007f", "Schlüssel", "κλειδί", "安娜拿了钥匙。"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Check.equal(text, student.call("letterCount", bytes), text.length());
        }
    }

    @Test
    @Worth(1)
    @DisplayName("an emoji is one letter")
    void emoji(Student student) {
        byte[] bytes = "a🙂b🙂".getBytes(StandardCharsets.UTF_8);
        Check.equal("a🙂b🙂", student.call("letterCount", bytes), 4);
    }
}
