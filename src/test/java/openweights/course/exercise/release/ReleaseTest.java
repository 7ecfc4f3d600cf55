package openweights.course.exercise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import openweights.course.exercise.source.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ReleaseTest {

    @TempDir private Path folder;

    /** The folders in it have the names of students. */
    @Test
    void nobodyElseCanListForWhomThereAreVariants() throws Exception {
        Exercise taxi = Exercise.read(Path.of("exercises/02-your-own-taxi"));
        Path release = Release.write(taxi, List.of("ada"), folder);
        assertTrue(Files.exists(release.resolve("ada/02-your-own-taxi.ipynb")));
        Path above = folder.resolve("02-your-own-taxi");
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(above)));
    }
}
