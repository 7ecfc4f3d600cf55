package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import openweights.base.AtomicFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files and folders that are made from names of students. */
class FileNamesTest {

    @TempDir private Path folder;

    @Test
    void makesNamesSafeAndKeepsThemApart() {
        assertEquals("Zoë Müller_12", FileNames.safe("Zoë Müller_12"));
        assertNotEquals(FileNames.safe("a/b"), FileNames.safe("a:b"));
        assertFalse(FileNames.safe("../..").contains("/"));
        assertFalse(FileNames.safe("..").startsWith("."));
        assertTrue(FileNames.safe("x".repeat(500)).length() < 100);
        assertEquals(FileNames.safe("e\u0301"), FileNames.safe("\u00e9"));
    }

    /** The folder of a student with an unsafe name is found again by its own name. */
    @ParameterizedTest
    @ValueSource(strings = {"..", "-rf", "a/b", "<b>", "Ann ", "x\u6f22\ud835\udcd0\u00e9"})
    void aSafeNameStaysAsItIs(String part) {
        for (String name : List.of(part, part.repeat(60), "x".repeat(81) + part)) {
            assertEquals(FileNames.safe(name), FileNames.safe(FileNames.safe(name)));
        }
    }

    /** Names that students gave themselves on a platform; a file name has 255 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"\u6f22", "\ud835\udcd0", "a\ud835\udcd0"})
    void namesOfLongCharactersStayFileNames(String part) throws IOException {
        String name = FileNames.safe(part.repeat(60).substring(part.length() - 1));
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 180, name);
        AtomicFile.write(folder.resolve(name + "-0123456789abcdef.ipynb"), "{}");
    }
}
