import java.util.List;
import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ClashTest {

    @Test
    @Worth(1)
    @DisplayName("one clash, and one part that stands on the card only")
    @Hint({"Go through the parts of the card. Does the list name them, too?", "map.get(part) is null if the part is not there."})
    void one(Student student) {
        Map<String, String> card = Map.of("weights", "MIT", "code", "Apache-2.0", "data", "CC-BY-4.0");
        Map<String, String> list = Map.of("weights", "Llama 3", "code", "Apache-2.0");
        Check.equal("clashes", student.call("clashes", card, list), List.of("weights"));
    }
}
