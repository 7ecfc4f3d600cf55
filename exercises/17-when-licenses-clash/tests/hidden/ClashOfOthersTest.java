import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class ClashOfOthersTest {

    @Test
    @Worth(1)
    @DisplayName("the same name, written in another way")
    void sameName(Student student) {
        Map<String, String> card = Map.of("weights", "MIT", "code", " Apache-2.0", "texts", "CC-BY-4.0");
        Map<String, String> list = Map.of("weights", " mit ", "code", "apache-2.0", "texts", "CC-BY-3.0");
        Check.equal("clashes", student.call("clashes", card, list), List.of("texts"));
        Object inside = student.call("clashes", Map.of("code", "BSD 3 Clause"), Map.of("code", "BSD3Clause"));
        Check.equal("blanks inside a name", inside, List.of("code"));
    }

    @Test
    @Worth(1)
    @DisplayName("many clashes, in order")
    void order(Student student) {
        Map<String, String> card = new LinkedHashMap<>();
        Map<String, String> list = new LinkedHashMap<>();
        for (String part : List.of("weights", "data", "texts", "code", "card", "log")) {
            card.put(part, "MIT");
            list.put(part, "OpenRAIL");
        }
        list.put("recipe", "MIT");
        List<String> expected = List.of("card", "code", "data", "log", "texts", "weights");
        Check.equal("clashes", student.call("clashes", card, list), expected);
        Check.equal("nothing on the card", student.call("clashes", Map.of(), list), List.of());
    }
}
