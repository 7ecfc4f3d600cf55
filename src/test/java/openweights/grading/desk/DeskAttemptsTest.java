package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.Sha256;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grades;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann has three attempts, of which the second and the last are graded. */
class DeskAttemptsTest extends DeskFixture {

    private static final String[] TIMES = {
        "20261119T100000Z", "20261119T110000Z", "20261119T120000Z"
    };

    @BeforeEach
    void collect() throws IOException {
        Result like = grade("ann").result();
        for (int i = 0; i < TIMES.length; i++) {
            Path file =
                    SampleExercise.write(
                            Files.createDirectories(grading.resolve("made")),
                            "n" + i,
                            "int twice(int x) { return x + x; } // " + i,
                            SampleExercise.HALF);
            byte[] content = Files.readAllBytes(file);
            Path attempt =
                    Files.createDirectories(
                            folder.collected().resolve("ann").resolve(attempt(i, content)));
            Path kept = Files.write(attempt.resolve("submission.ipynb"), content);
            Files.writeString(
                    attempt.resolve("receipt.json"),
                    "{\"file\":\"a.ipynb\",\"sha256\":\"%s\",\"time\":\"2026-11-19T1%d:00:00Z\"}"
                            .formatted(Sha256.of(content), i));
            if (i > 0) {
                try (ResultsFile results = ResultsFile.open(folder.results())) {
                    results.append(
                            new Result(
                                    "ann",
                                    Sha256.of(content),
                                    kept.toString(),
                                    like.exercise(),
                                    like.version(),
                                    like.grader(),
                                    like.java(),
                                    like.sandbox(),
                                    like.repairs(),
                                    like.tests(),
                                    1));
                }
            }
        }
    }

    private static String attempt(int number, byte[] content) {
        return TIMES[number] + "-" + Sha256.of(content).substring(0, 8);
    }

    private String attempt(int number) throws IOException {
        return attempt(number, Files.readAllBytes(grading.resolve("made/n" + number + ".ipynb")));
    }

    private String shown() throws Exception {
        return match("// ([0-9])", get(page("ann")).body().replaceAll("<[^>]+>", ""));
    }

    @Test
    void theChosenAttemptCountsUntilTheChoiceIsTakenBack() throws Exception {
        assertEquals("2", shown());
        String place = page("ann") + "/attempt";
        String page = post(place, "attempt", attempt(1)).body();
        assertTrue(page.contains("This attempt counts."), page);
        assertEquals("1", shown());
        assertTrue(grade("ann").result().file().contains(attempt(1)));
        assertTrue(get("history").body().contains("the attempt " + attempt(1) + " counts"));
        assertTrue(folder.attemptPolicy().needsAll(), "so that earlier ones are graded, too");
        post("undo");
        assertEquals("2", shown());
        post(place, "attempt", attempt(1));
        assertTrue(get(page("ann")).body().contains("Back to the rule"));
        post(place, "attempt", "");
        assertEquals("2", shown());
        assertEquals(400, post(place, "attempt", "../ann").statusCode());
    }

    @Test
    void anAttemptThatIsNotGradedCountsOnlyOnceItIs() throws Exception {
        String page = post(page("ann") + "/attempt", "attempt", attempt(0)).body();
        assertTrue(page.contains("as soon as it is graded"), page);
        assertTrue(page.contains("chosen, not graded yet"), page);
        assertEquals("2", shown());
        assertTrue(
                Grades.of(folder).findings().get(0).contains("was chosen on the desk and is not"),
                "whoever exports is told");
        assertFalse(get("").body().contains("cannot be read"));
    }
}
