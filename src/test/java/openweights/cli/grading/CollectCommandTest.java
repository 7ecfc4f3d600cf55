package openweights.cli.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import openweights.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

    @TempDir private Path folder;

    private Said collect(String exercise) throws Exception {
        Path submissions = Files.createDirectories(folder.resolve("submissions"));
        Files.writeString(submissions.resolve("ann.ipynb"), "{\"cells\": []}");
        return Said.course(
                "collect", exercise, submissions, "--grading", folder.resolve("grading"));
    }

    /** Otherwise submissions lie where no other command looks for them, and nobody is told. */
    @Test
    void saysThatThereIsNoSuchExercise() throws Exception {
        Said said = collect("02-los-and-slope");
        assertTrue(
                said.err().contains("There is no exercise \"02-los-and-slope\" in "), said.err());
        assertTrue(said.out().contains("1 collected"), said.out());
    }

    @Test
    void saysNothingAboutAnExerciseThatIsThere() throws Exception {
        Said said = collect("02-loss-and-slope");
        assertFalse(said.err().contains("exercise"), said.err());
        assertEquals(0, said.status());
    }
}
