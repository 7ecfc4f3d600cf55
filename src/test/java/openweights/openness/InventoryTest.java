package openweights.openness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.openness.Inventory.Holding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    @TempDir Path project;

    /** The course follows its own teaching. */
    @Test
    void everyFileOfThisProjectHasALicense() throws IOException {
        Inventory course = Inventory.of(Path.of(""));
        assertEquals(List.of(), course.findings());
        assertEquals(
                List.of("Apache-2.0", "CC-BY-4.0", "OFL-1.1", "CC-BY-4.0", "MIT"),
                course.holdings().stream().map(h -> h.terms().toString()).toList());
        for (Holding holding : course.holdings()) {
            assertTrue(holding.count() > 0, holding.name());
        }
    }

    @Test
    void reportsFilesWithoutALicenseAndTextsThatAreAnotherLicense() throws IOException {
        Files.writeString(
                project.resolve("LICENSES.yaml"),
                """
                made: [target]
                releases: models
                parts:
                - {name: Code, content: code, license: MIT, text: LICENSE, files: [src, LICENSE, LICENSES.yaml]}
                """);
        Files.copy(Path.of("LICENSE"), project.resolve("LICENSE"));
        for (String file : List.of("src/A.java", "srcs/B.java", "target/C.class", ".git/x")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.writeString(project.resolve(file), "x");
        }
        Inventory inventory = Inventory.of(project);
        assertFalse(inventory.clear());
        assertEquals(
                List.of(
                        "Code: LICENSES.yaml says MIT, but LICENSE: the text of Apache-2.0, word for word.",
                        "srcs/B.java: LICENSES.yaml names no license for it."),
                inventory.findings());
        assertEquals(3, inventory.holdings().get(0).count());
        assertEquals("unknown", inventory.holdings().get(0).terms().toString());
    }
}
