package openweights.grading.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Journal;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import openweights.grading.score.Grade.Manual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points by hand come from the desk and from a table; what was said last counts. */
class DeskAndTableTest {

    @TempDir private Path folder;

    private final Result ann = ReportSamples.result("ann", Verdict.NEEDS_REVIEW, Verdict.PASS, "?");
    private final Answer answer = ann.answer("q1");

    private GradingFolder grading() {
        return new GradingFolder("sample", folder, List.of());
    }

    private Journal journal() {
        return new Journal(grading().decisions());
    }

    private ManualSheet sheet() throws IOException {
        return ManualSheet.read(grading().manualSheet());
    }

    private int review() throws IOException {
        return sheet().add(List.of(ann), false, journal().decisions(), (result, question) -> "");
    }

    private void fillIn(String from, String to) throws IOException {
        String table = Files.readString(grading().manualSheet());
        assertTrue(table.contains(from), table);
        Files.writeString(grading().manualSheet(), table.replace(from, to));
    }

    private void atDesk(double points) throws IOException {
        journal().append("Ben", List.of(new Change.Points(answer, points, sheet().words(answer))));
    }

    private Manual given() throws IOException {
        return Grades.of(List.of(ann), grading()).all().get(0).manual().get("q1");
    }

    @Test
    void reviewWritesWhatTheDeskDecided() throws IOException {
        atDesk(1.5);
        assertEquals(0, review(), "nothing waits");
        String table = Files.readString(grading().manualSheet());
        assertTrue(table.contains("ann,q1,1.5,2,"), table);
        assertEquals(1.5, given().points());
    }

    @Test
    void theDeskGoesOnToCountAfterTheTableWasWritten() throws IOException {
        atDesk(1.5);
        review();
        atDesk(1);
        assertEquals(1, given().points(), "nobody has filled the table in");
        review();
        assertTrue(Files.readString(grading().manualSheet()).contains("ann,q1,1,2,"));
    }

    @Test
    void whatIsFilledInLaterCounts() throws IOException {
        atDesk(1.5);
        review();
        fillIn("ann,q1,1.5,2,", "ann,q1,0.5,2,better");
        assertEquals(new Manual(0.5, "better"), given());
        review();
        assertEquals(new Manual(0.5, "better"), given(), "it stays as it was filled in");
    }

    @Test
    void whatIsDecidedAfterFillingInCounts() throws IOException {
        review();
        fillIn("ann,q1,,2,", "ann,q1,0.5,2,");
        assertEquals(0.5, given().points());
        atDesk(2);
        assertEquals(2, given().points());
        fillIn("ann,q1,0.5,2,", "ann,q1,1,2,");
        assertEquals(1, given().points());
    }

    @Test
    void decisionsAboutNobodyAreReported() throws IOException {
        journal()
                .append(
                        "Ben",
                        List.of(new Change.Points(new Answer("anne", "q1", "abc"), 1.0, "")));
        List<String> findings = Grades.of(List.of(ann), grading()).findings();
        assertEquals(1, findings.size());
        assertTrue(
                findings.get(0)
                        .endsWith(
                                "there are decisions about \"anne\", who has no result; the nearest"
                                        + " of 1 is \"ann\". They count for nobody."),
                findings.get(0));
    }

    /** What is graded is a copy; the time of the upload stands beside what was collected. */
    @Test
    void theTimeOfACopyIsThatOfWhatWasCollected() throws IOException {
        Path attempt = Files.createDirectories(grading().collected().resolve("ann/x"));
        Files.writeString(attempt.resolve("submission.ipynb"), "{}");
        Files.writeString(
                attempt.resolve("receipt.json"),
                "{\"student\":\"ann\",\"file\":\"a.ipynb\",\"sha256\":\"abc\",\"time\":\"2026-11-22T00:00:00Z\"}");
        Files.writeString(grading().latePolicy(), "due: 2026-11-20T18:00:00+01:00\npercent: 10\n");
        Grade grade = Grades.of(List.of(ann), grading()).all().get(0);
        assertEquals(0.2, grade.lateness().share(), grade.lateness().words());
    }
}
