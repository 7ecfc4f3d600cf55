package openweights.grading.run;

import static openweights.grading.run.ReportSamples.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.base.UserException;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    @TempDir private Path folder;

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path file = folder.resolve("results.jsonl");
        Result result = result("ann", Verdict.PASS, Verdict.FAIL, "a\nb \u2028 \"c\"");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(result);
        }
        List<Result> read = new ArrayList<>();
        ResultsFile.read(file, read::add);
        assertEquals(List.of(result), read);
        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void dropsAnIncompleteLineAndContinues() throws IOException {
        Path file = folder.resolve("results.jsonl");
        Result ann = result("ann", Verdict.PASS, Verdict.PASS, "");
        Result bob = result("bob", Verdict.PASS, Verdict.PASS, "");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(ann);
        }
        String torn = ResultsFile.line(bob).substring(0, 40);
        Files.writeString(file, torn, StandardOpenOption.APPEND);
        assertEquals(Set.of(ann.key()), ResultsFile.done(file));
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(bob);
        }
        assertEquals(List.of(ann, bob), List.copyOf(ResultsFile.latest(file)));
    }

    @Test
    void gradesAgainWhereTheGraderFailed() throws IOException {
        Path file = folder.resolve("results.jsonl");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(result("ann", Verdict.PASS, Verdict.GRADER_ERROR, "no sandbox"));
        }
        assertEquals(Set.of(), ResultsFile.done(file));
    }

    @Test
    void saysWhichLineWasChangedByHand() throws IOException {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, "{\"student\": 1\n");
        UserException e =
                assertThrows(UserException.class, () -> ResultsFile.read(file, result -> {}));
        assertTrue(e.getMessage().contains("results.jsonl:1: not a result"), e.getMessage());
    }
}
