package openweights.base;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    @Test
    void isDeletedWithEverythingInIt() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-test")) {
            path = folder.path();
            Files.createDirectories(path.resolve("a/b"));
            assertTrue(Files.isDirectory(path));
        }
        assertFalse(Files.exists(path));
    }
}
