package openweights.openness.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MofRecordTest {

    private static final String SOURCES = "src/main/java/openweights";
    private static final Pattern CODE = Pattern.compile("\"(" + SOURCES + "/[^\"]+)\"");

    /** A package that moves must not leave the releases pointing nowhere. */
    @Test
    void everyPackageItNamesExists() {
        List<String> packages =
                CODE.matcher(MofRecord.of("tiny", SOURCES))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
        assertEquals(6, packages.size());
        packages.forEach(name -> assertTrue(Files.isDirectory(Path.of(name)), name));
    }
}
