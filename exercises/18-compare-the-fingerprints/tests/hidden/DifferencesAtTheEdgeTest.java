import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class DifferencesAtTheEdgeTest {

    private static final List<String> NAMES = List.of("mof.yml", "card.md", "weights", "a.json", "zebra", "tokens");

    @Test
    @Worth(1)
    @DisplayName("many files, sorted")
    void sorted(Student student) throws Exception {
        Map<String, String> manifest = new HashMap<>(), changed = new HashMap<>(), others = new HashMap<>();
        for (String name : NAMES) {
            manifest.put(name, sha256(name));
            changed.put(name, name + "!");
            others.put(name + ".bak", name);
        }
        List<String> sorted = NAMES.stream().sorted().toList();
        List<String> backups = NAMES.stream().map(name -> name + ".bak").sorted().toList();
        Check.equal("all changed", student.call("differences", manifest, changed), List.of(sorted, List.of(), List.of()));
        Check.equal("all renamed", student.call("differences", manifest, others), List.of(List.of(), sorted, backups));
        Check.equal("nothing arrived", student.call("differences", manifest, Map.of()), List.of(List.of(), sorted, List.of()));
        Check.equal("an empty manifest", student.call("differences", Map.of(), others), List.of(List.of(), List.of(), backups));
    }

    @Test
    @Worth(1)
    @DisplayName("capital letters, and empty files")
    void capitals(Student student) throws Exception {
        Map<String, String> manifest = Map.of("weights", sha256("w").toUpperCase(Locale.ROOT), "empty", sha256(""), "full", sha256("f"));
        Map<String, String> arrived = Map.of("weights", "w", "empty", "", "full", "f");
        List<List<String>> none = List.of(List.of(), List.of(), List.of());
        Check.equal("as published", student.call("differences", manifest, arrived), none);
        Map<String, String> emptied = Map.of("weights", "W", "empty", "", "full", "");
        List<List<String>> two = List.of(List.of("full", "weights"), List.of(), List.of());
        Check.equal("one emptied, one changed", student.call("differences", manifest, emptied), two);
    }

    private static String sha256(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
