package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table of attacks with what is tested. */
class AttackTableTest {

    private static final Pattern TESTED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    /** Number -> the row's last column. */
    private static Map<Integer, String> rows() throws IOException {
        Map<Integer, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(AttacksIT.ATTACKS.resolve("table.md"))) {
            if (line.matches("\\| \\d+ \\|.*")) {
                String[] columns = line.split("\\|");
                assertEquals(5, columns.length, line);
                rows.put(Integer.parseInt(columns[1].strip()), columns[4]);
            }
        }
        return rows;
    }

    private static Set<Integer> kept() throws IOException {
        try (Stream<Path> files = Files.list(AttacksIT.ATTACKS)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*"))
                    .map(name -> Integer.parseInt(name.substring(0, 2)))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyRowHasSubmissionsOrTests() throws IOException {
        Map<Integer, String> rows = rows();
        assertEquals(IntStream.rangeClosed(1, 47).boxed().toList(), List.copyOf(rows.keySet()));
        Set<Integer> kept = kept();
        assertTrue(rows.keySet().containsAll(kept), kept.toString());
        rows.forEach(
                (number, tests) ->
                        assertTrue(
                                kept.contains(number) || TESTED.matcher(tests).find(),
                                "row " + number + " is held by nothing"));
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Path sources = Path.of("src/test/java");
        for (String tests : rows().values()) {
            for (MatchResult each : TESTED.matcher(tests).results().toList()) {
                try (Stream<Path> all = Files.walk(sources)) {
                    Path file =
                            all.filter(path -> path.endsWith(each.group(1) + ".java"))
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError(each.group()));
                    assertTrue(
                            Files.readString(file).contains("void " + each.group(2)), each.group());
                }
            }
        }
    }
}
