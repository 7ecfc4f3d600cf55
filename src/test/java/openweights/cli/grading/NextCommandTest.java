package openweights.cli.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.cli.Said;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that a message names works as it is printed, wherever grading and exercises are. */
class NextCommandTest {

    private static final String EXERCISE = "02-loss-and-slope";
    private static final Pattern NAMED = Pattern.compile("\\./course (\\w+) ([^\n]*)");

    @TempDir private Path folder;

    private Path grading;

    @BeforeEach
    void make() throws Exception {
        grading = Files.createDirectory(folder.resolve("our grades"));
    }

    /** The command that this one names. */
    private String next(String... words) {
        Said said =
                Said.course(
                        Stream.concat(Stream.of(words), Stream.of("--grading", grading)).toArray());
        Matcher named = NAMED.matcher(said.out() + said.err());
        assertTrue(named.find(), said.out() + said.err());
        String option = " --grading \"" + grading + "\"";
        assertTrue(named.group(2).endsWith(option), named.group());
        return named.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "feedback", "review", "similar"})
    void whoeverIsTooEarlyIsToldToGrade(String name) {
        assertEquals("grade", next(name, EXERCISE));
    }

    @Test
    void whoeverHasNothingToGradeIsToldToCollect() {
        assertEquals("collect", next("grade", EXERCISE));
    }

    @Test
    void whoeverHasNoListIsToldToReadOne() {
        assertEquals("roster", next("roster", "--for", EXERCISE));
    }

    @Test
    void whatIsOpenIsReviewedInTheSameFolder() throws Exception {
        try (ResultsFile results =
                ResultsFile.open(grading.resolve(EXERCISE).resolve("results.jsonl"))) {
            results.append(
                    ReportSamples.result("eve", Verdict.NEEDS_REVIEW, Verdict.PASS, "cut off"));
        }
        assertEquals("review", next("export", EXERCISE, "csv"));
    }
}
