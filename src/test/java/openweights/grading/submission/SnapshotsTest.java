package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Sha256;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    @TempDir private Path folder;

    @Test
    void gradesACopyThatNobodyChanges() throws Exception {
        Path file = SampleExercise.write(folder, "ann", SampleExercise.TWICE, null);
        byte[] before = Files.readAllBytes(file);
        Submission copy =
                new Snapshots(folder.resolve("snapshots"))
                        .take(List.of(new Submission("ann", file)))
                        .get(0);
        Files.writeString(file, "replaced while the batch runs");
        assertEquals(Sha256.of(before), copy.hash());
        assertArrayEquals(before, copy.content());
    }
}
