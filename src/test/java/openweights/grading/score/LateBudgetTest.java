package openweights.grading.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import openweights.grading.score.Grade.Lateness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three late days for two exercises. */
class LateBudgetTest {

    @TempDir private Path grading;

    private GradingFolder exercise(String name, String due, String submitted) throws IOException {
        GradingFolder folder = GradingFolder.of(grading, name);
        Result ann = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "");
        try (ResultsFile results = ResultsFile.open(folder.results())) {
            results.append(ann);
        }
        Path attempt = Files.createDirectories(folder.collected().resolve("ann/x"));
        Files.writeString(
                attempt.resolve("receipt.json"),
                "{\"file\":\"a.ipynb\",\"sha256\":\"abc\",\"time\":\"" + submitted + "\"}");
        Files.writeString(
                folder.latePolicy(), "due: " + due + "\npercent: 10\nevery: day\nbudget: 3\n");
        return folder;
    }

    private static Lateness lateness(GradingFolder folder) throws IOException {
        return Grades.of(folder).all().get(0).lateness();
    }

    @Test
    void daysOfTheBudgetCostNothingAndAreSpentOnce() throws IOException {
        GradingFolder first =
                exercise("first", "2026-11-01T12:00:00+00:00", "2026-11-03T11:00:00Z");
        GradingFolder second =
                exercise("second", "2026-11-08T12:00:00+00:00", "2026-11-11T11:00:00Z");
        assertEquals(
                new Lateness(
                        0,
                        "Submitted 47 hours after the due date; 2 of 3 late days are used up; 0% of the points are deducted."),
                lateness(first));
        assertEquals(
                new Lateness(
                        0.2,
                        "Submitted 2 days and 23 hours after the due date; 3 of 3 late days are used up; 20% of the points are deducted."),
                lateness(second));
    }

    @Test
    void whatIsDueLaterSpendsNothingNow() throws IOException {
        exercise("later", "2026-12-01T12:00:00+00:00", "2026-12-04T11:00:00Z");
        GradingFolder now = exercise("now", "2026-11-01T12:00:00+00:00", "2026-11-03T11:00:00Z");
        assertEquals(0, lateness(now).share());
    }
}
