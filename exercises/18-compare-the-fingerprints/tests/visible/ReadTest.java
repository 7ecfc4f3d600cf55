import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ReadTest {

    @Test
    @Worth(1)
    @DisplayName("two files")
    @Hint({"manifest.lines() gives the lines, and line.substring(0, 64) the first 64 characters of one.", "The name begins after the 64 digits and the two spaces, at place 66."})
    void two(Student student) {
        String one = "0123456789abcdef".repeat(4), other = "89abcdef".repeat(8);
        Object read = student.call("read", one + "  config.json\n" + other + "  model.safetensors\n");
        Check.equal("fingerprints", read, Map.of("config.json", one, "model.safetensors", other));
    }
}
