import java.util.List;
import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class DifferencesTest {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    @Worth(1)
    @DisplayName("one file as published, and one changed")
    @Hint({"Compute the fingerprint of what arrived: fingerprint(files.get(name)).", "Compare texts with equals or equalsIgnoreCase, not with ==."})
    void changed(Student student) {
        Map<String, String> manifest = Map.of("config.json", OF_ABC, "weights", OF_ABC);
        Object differences = student.call("differences", manifest, Map.of("config.json", "abc", "weights", "abd"));
        Check.equal("changed, missing, extra", differences, List.of(List.of("weights"), List.of(), List.of()));
    }

    @Test
    @Worth(1)
    @DisplayName("one file missing, and one extra")
    @Hint({"map.containsKey(name) tells whether there is a file of this name.", "Go through the names of the manifest for what is missing, and through the names of the files for what is extra."})
    void missingAndExtra(Student student) {
        Map<String, String> manifest = Map.of("config.json", OF_ABC, "license", OF_ABC);
        Object differences = student.call("differences", manifest, Map.of("config.json", "abc", "run.py", "print()"));
        Check.equal("changed, missing, extra", differences, List.of(List.of(), List.of("license"), List.of("run.py")));
    }
}
