package openweights.grading.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Home;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without ND4J's native libraries nothing is graded, and the message says whose fault it is. */
class NativesTest {

    @TempDir private Path folder;

    @Test
    void missingLibrariesStopGrading() {
        UserException thrown =
                assertThrows(
                        UserException.class,
                        () -> GraderInstallation.of(new Home(folder), List.of()));
        assertTrue(thrown.getMessage().contains("installation is at fault"), thrown::getMessage);
        assertTrue(thrown.getMessage().contains(folder.toString()), thrown::getMessage);
    }

    @Test
    void halfUnpackedLibrariesStopGrading() throws IOException {
        Path natives = Files.createDirectories(folder.resolve("jar/linux"));
        Path library = natives.resolve(System.mapLibraryName("nd4jcpu"));
        Files.createFile(library);
        assertThrows(UserException.class, () -> Natives.unpacked(folder));
        Files.writeString(library, "code");
        assertEquals(folder, Natives.unpacked(folder));
    }
}
