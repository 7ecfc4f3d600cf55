package openweights.grading.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Sha256;
import openweights.base.UserException;
import openweights.grading.run.Batch;
import openweights.grading.run.ReportSamples;
import openweights.grading.submission.Submission;
import openweights.grading.submission.SubmissionFinder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann hands in half of it, then all of it, then nothing. */
class AttemptPolicyTest {

    @TempDir private Path grading;

    private GradingFolder folder;

    @BeforeEach
    void grade() throws IOException {
        folder = GradingFolder.of(grading, "sample");
        attempt("half", "20261119T100000Z", Verdict.PASS, Verdict.FAIL);
        attempt("all", "20261119T110000Z", Verdict.PASS, Verdict.PASS);
        attempt("none", "20261119T120000Z", Verdict.FAIL, Verdict.FAIL);
    }

    private Path attempt(String content, String time, Verdict first, Verdict second)
            throws IOException {
        String hash = Sha256.of(content);
        Path attempt =
                Files.createDirectories(
                        folder.collected().resolve("ann/" + time + "-" + hash.substring(0, 8)));
        Path file = Files.writeString(attempt.resolve("submission.ipynb"), content);
        String iso = time.replaceFirst("(....)(..)(..T..)(..)(..)", "$1-$2-$3:$4:$5");
        Files.writeString(
                attempt.resolve("receipt.json"),
                "{\"file\":\"a\",\"sha256\":\"%s\",\"time\":\"%s\"}".formatted(hash, iso));
        Result r = ReportSamples.result("ann", first, second, "");
        try (ResultsFile results = ResultsFile.open(folder.results())) {
            results.append(
                    new Result(
                            r.student(),
                            hash,
                            file.toString(),
                            r.exercise(),
                            r.version(),
                            r.grader(),
                            r.java(),
                            r.sandbox(),
                            r.repairs(),
                            r.tests(),
                            r.seconds()));
        }
        return file;
    }

    private int points() throws IOException {
        return folder.latest().iterator().next().points();
    }

    private void policy(String text) throws IOException {
        Files.writeString(folder.path().resolve("attempts.yaml"), text);
    }

    @Test
    void theLastOneCounts() throws IOException {
        assertEquals(0, points());
        assertEquals(1, folder.latest().size());
    }

    @Test
    void theBestOneCountsOnRequest() throws IOException {
        policy("count: best\n");
        assertEquals(4, points());
    }

    @Test
    void aChosenOneCountsInAnyCase() throws IOException {
        policy("count: best\nchosen:\n  ann: 20261119T100000Z\n");
        assertEquals(2, points());
        policy("chosen:\n  ann: 20261118\n");
        String words = assertThrows(UserException.class, this::points).getMessage();
        assertTrue(
                words.contains(
                        "ann has no graded attempt \"20261118\"; collected are 20261119T100000Z-"),
                words);
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        policy("count: first\n");
        assertTrue(
                assertThrows(UserException.class, this::points)
                        .getMessage()
                        .endsWith("count is \"first\"; it can be last or best."));
        policy("counts: best\n");
        assertTrue(
                assertThrows(UserException.class, this::points)
                        .getMessage()
                        .endsWith("there is no setting \"counts\"; there are count, chosen."));
    }

    @Test
    void earlierAttemptsAreFoundOnce() throws IOException {
        Path last =
                folder.collected()
                        .resolve("ann/20261119T120000Z-" + Sha256.of("none").substring(0, 8))
                        .resolve("submission.ipynb");
        List<Submission> earlier =
                SubmissionFinder.earlier(List.of(new Submission("ann", last)), folder.collected());
        assertEquals(2, earlier.size());
    }

    /** What is handed in again has a result already, and others after it. */
    @Test
    void anEarlierFileThatIsHandedInAgainIsTheLast() throws IOException {
        Path again = Files.writeString(grading.resolve("again.ipynb"), "all");
        Batch batch = new Batch(folder.results(), "v1");
        assertEquals(0, batch.plan(List.of(new Submission("ann", again))).open().size());
        batch.recount(List.of(new Submission("ann", again)));
        assertEquals(4, points());
        batch.recount(List.of(new Submission("ann", again)));
        assertEquals(4, Files.readAllLines(folder.results()).size(), "noted once");
    }
}
