package openweights.grading.slurm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.GradingFolder;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {

    /** A job found no exercise of one's own, because it looked among those of the course. */
    @Test
    void aJobLooksWhereItsCommandLooked() {
        GraderInstallation nothing =
                new GraderInstallation(Path.of("jdk"), List.of(), null, null, List.of(), List.of());
        EngineChoice choice =
                new EngineChoice(nothing, EngineChoice.Where.SLURM, 1, 1, List.of(), false);
        List<String> options = List.of("--exercises", "/our exercises");
        List<String> command = choice.worker(GradingFolder.of(Path.of("x"), "90-ours", options), 2);
        int end = command.size();
        assertEquals(
                List.of("grade", "90-ours", "--places", "2", "--exercises", "/our exercises"),
                command.subList(end - 6, end));
    }
}
