package openweights.grading.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import openweights.base.Json;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Change;
import openweights.grading.decision.Journal;
import openweights.grading.desk.DeskSamples;
import openweights.grading.report.Explanation;
import openweights.grading.report.Feedback;
import openweights.grading.report.FeedbackFolder;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.roster.Person;
import openweights.grading.roster.Roster;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grades;
import openweights.grading.submission.FileNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Students' pages with what people decided, as platforms take them back. */
class FeedbackPackTest {

    @TempDir private Path grading;

    private GradingFolder folder;

    @BeforeEach
    void grade() throws IOException {
        folder = DeskSamples.write(grading, "Ann Lee_1234567", "lee_101", "cem");
        collected("Ann Lee_1234567", "Ann Lee_1234567_assignsubmission_file_/my.ipynb");
        collected("lee_101", "sub/lee_LATE_101_9001_my_1_2.ipynb");
    }

    private Result result(String student) throws IOException {
        return folder.latest().stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private void collected(String student, String file) throws IOException {
        Path attempt = folder.collected().resolve(FileNames.safe(student)).resolve("x");
        Files.createDirectories(attempt);
        Files.writeString(
                attempt.resolve("receipt.json"),
                Json.pretty(
                        Map.of(
                                "file",
                                file,
                                "sha256",
                                result(student).submission(),
                                "time",
                                "2026-11-20T10:00:00Z")));
    }

    private Feedback feedback() throws IOException {
        return new Feedback(
                true,
                Explanation.of(
                        SampleExercise.exercise(), new Journal(folder.decisions()).decisions()));
    }

    private FeedbackPack pack(FeedbackPack.Platform platform) throws IOException {
        return FeedbackPack.write(platform, feedback(), Grades.of(folder).all(), folder);
    }

    private static Map<String, String> entries(FeedbackPack pack) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.file().toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                entries.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    /** A folder's second part between underscores is the number, the third and fourth a plugin. */
    @Test
    void moodleFindsTheStudentInTheFolder() throws IOException {
        FeedbackPack pack = pack(FeedbackPack.Platform.MOODLE);
        assertEquals(
                List.of("Ann Lee_1234567_assignsubmission_file_/sample-feedback.html"),
                List.copyOf(entries(pack).keySet()));
        assertEquals(List.of("cem", "lee_101"), pack.missing());
    }

    /** The first two numbers are the student and the file that was handed in. */
    @Test
    void canvasFindsTheStudentInTheName() throws IOException {
        FeedbackPack pack = pack(FeedbackPack.Platform.CANVAS);
        assertEquals(
                List.of("lee_LATE_101_9001_sample-feedback.html"),
                List.copyOf(entries(pack).keySet()));
    }

    @Test
    void gradescopeShowsThePageAsOutput() throws IOException {
        Map<String, String> entries = entries(pack(FeedbackPack.Platform.GRADESCOPE));
        assertEquals(3, entries.size());
        JsonNode json = Json.readText("results", entries.get("cem/results.json"));
        assertEquals("html", json.get("output_format").asText());
        assertTrue(json.get("output").asText().contains("<ol class=\"code\">"));
    }

    @Test
    void thePageExplainsWhatAPersonDecided() throws IOException {
        Answer answer = result("cem").answer("q1");
        new Journal(folder.decisions())
                .append(
                        "Ben Grader",
                        List.of(
                                new Change.Item("r1", "q1", 0.5, "right <idea>", false),
                                new Change.Apply(answer, "r1", true, ""),
                                new Change.Comment(answer, "think of 21", ""),
                                new Change.Note(answer, 2, "adds & does not multiply")));
        String page =
                feedback()
                        .page(
                                Grades.of(folder).all().stream()
                                        .filter(each -> each.student().equals("cem"))
                                        .findFirst()
                                        .orElseThrow());
        assertTrue(page.contains("<p>A person gave 0.5 of 2 points.</p>"), page);
        assertTrue(page.contains("<li>right &lt;idea&gt; (+0.5)</li>"), page);
        assertTrue(page.contains("<p class=\"said\">think of 21</p>"), page);
        assertTrue(page.contains("<p>adds &amp; does not multiply</p>"), page);
        assertTrue(page.contains("n2 + <span class=\"n\">2</span>"), page);
        assertFalse(page.contains("Ben Grader"), "students are not told who graded");
    }

    @Test
    void everyMemberOfAGroupGetsAPage() throws IOException {
        Roster roster =
                new Roster(
                        List.of(
                                new Person("Zoe Zhu", "7", "", "", "cem"),
                                new Person("Bo Bär", "8", "", "", "cem"),
                                new Person("Lee", "", "lee_101", "", "cem")));
        Answer answer = result("cem").answer("q1");
        new Journal(folder.decisions())
                .append("Ben", List.of(new Change.Comment(answer, "think of 21", "")));
        Path pages = folder.feedback();
        Files.writeString(pages.resolve("cem.html"), "from before there was a roster");
        FeedbackFolder written = new FeedbackFolder(pages);
        assertEquals(4, written.write(feedback(), Grades.of(folder).all(), roster));
        for (String member : new String[] {"Zoe Zhu_7", "Bo Bär_8"}) {
            String page = Files.readString(pages.resolve(member + ".html"));
            assertTrue(page.contains("<h1>sample: " + member + "</h1>"), page);
            assertTrue(page.contains("Handed in together, as cem."), page);
            assertTrue(page.contains("think of 21") && page.contains("n2 +"), page);
        }
        assertFalse(Files.exists(pages.resolve("cem.html")), "it would say what no longer holds");
        String own = Files.readString(pages.resolve("lee_101.html"));
        assertFalse(own.contains("Handed in together"), "who has an own submission keeps its page");
    }

    @Test
    void aCommentWithoutPointsIsShown() throws IOException {
        Answer answer = result("lee_101").answer("q1");
        new Journal(folder.decisions())
                .append("Ben", List.of(new Change.Comment(answer, "beautiful", "")));
        String page = feedback().page(Grades.of(folder).all().get(2));
        assertTrue(page.contains("beautiful"), page);
        assertFalse(page.contains("A person gave"), page);
    }
}
