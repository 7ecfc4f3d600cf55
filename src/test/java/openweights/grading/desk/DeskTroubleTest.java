package openweights.grading.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import openweights.base.Sha256;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.Test;

/** What goes wrong at a desk is said, and nothing is lost. */
class DeskTroubleTest extends DeskFixture {

    @Test
    void showsCopiesSideBySide() throws Exception {
        String odd =
                "int twice(int x) {\n"
                        + "    int[] two = new int[x + x];\n"
                        + "    for (int i = 0; i < x; i++) { two[i] = x; }\n"
                        + "    return two.length;\n"
                        + "}";
        replaceAnswer("ann", odd);
        replaceAnswer("dan", "// mine\n" + odd.replace("two", "all"));
        HttpResponse<String> list = get("copies");
        String place =
                match(
                        "/(copies/[0-9a-f]+/[0-9a-f]+)\"><bdi>ann</bdi> and <bdi>dan</bdi><",
                        list.body());
        String pair = get(place).body();
        assertEquals(
                10, Pattern.compile("<li class=\"shared\">").matcher(pair).results().count(), pair);
        assertFalse(list.body().contains("<bdi>bob</bdi> and"), "what is usual is no copy");
    }

    private void replaceAnswer(String student, String first) throws IOException {
        Path file = SampleExercise.write(folder.snapshots(), student, first, SampleExercise.HALF);
        Result old = grade(student).result();
        try (var results = ResultsFile.open(folder.results())) {
            results.append(
                    new Result(
                            student,
                            Sha256.of(Files.readAllBytes(file)),
                            file.toString(),
                            old.exercise(),
                            old.version(),
                            old.grader(),
                            old.java(),
                            old.sandbox(),
                            old.repairs(),
                            old.tests(),
                            1));
        }
    }

    @Test
    void saysThatASubmissionIsGoneAndStillTakesPoints() throws Exception {
        String place = page("ann");
        Files.delete(folder.snapshots().resolve("ann.ipynb"));
        assertTrue(get(place).body().contains("The file that was graded is gone."));
        post(place + "/judge", "question", "q1", "points", "1", "points-was", "");
        assertEquals(1, grade("ann").points("q1"));
        Files.writeString(folder.snapshots().resolve("ann.ipynb"), "{}");
        assertTrue(get(place).body().contains("is not what was graded"));
        assertEquals(404, get("s/0123456789").statusCode());
    }

    @Test
    void saysWhichFileIsBrokenAndGoesOnWhenItIsMended() throws Exception {
        post(page("ann") + "/judge", "question", "q1", "points", "1", "points-was", "");
        String good = Files.readString(folder.decisions());
        Files.writeString(folder.decisions(), "oops\n", StandardOpenOption.APPEND);
        HttpResponse<String> page = get("");
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("decisions.jsonl:2: not a decision."), page.body());
        assertTrue(page.body().contains("Nothing is lost"), page.body());
        Files.writeString(folder.decisions(), good);
        assertEquals(200, get("").statusCode());
    }

    @Test
    void aBrokenRubricFileStopsNothing() throws Exception {
        Files.writeString(folder.rubric(), "q1:\n  - words: no points\n");
        HttpResponse<String> page = get("rubric");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("rubric.yaml is not used."), page.body());
        Files.writeString(folder.rubric(), "q1:\n  - points: -1\n    words: late idea\n");
        assertTrue(get("rubric").body().contains("rubric.yaml has one more item."));
        assertTrue(post("rubric", "take", "yes").body().contains("value=\"late idea\""));
    }

    @Test
    void aRubricFileForAnotherExerciseIsNotPassedOver() throws Exception {
        Files.writeString(folder.rubric(), "q7:\n  - points: -1\n    words: late idea\n");
        assertTrue(
                get("rubric").body().contains("there is no question &quot;q7&quot;; there are q1"));
        Files.write(folder.rubric(), new byte[] {'q', '1', ':', ' ', (byte) 0xFC});
        assertTrue(get("rubric").body().contains("not UTF-8"));
        assertEquals(500, post("rubric", "take", "yes").statusCode());
    }

    @Test
    void saysThatADecisionCannotBeWritten() throws Exception {
        Files.createDirectory(folder.path().resolve("decisions.jsonl.lock"));
        HttpResponse<String> page =
                post(page("ann") + "/judge", "question", "q1", "points", "1", "points-was", "");
        assertEquals(500, page.statusCode());
        assertTrue(page.body().contains("Is the disk full"), page.body());
        assertEquals(2, grade("ann").points("q1"));
    }

    @Test
    void decidesNothingAboutWhatIsNotThere() throws Exception {
        String place = page("ann");
        for (String[] form :
                new String[][] {
                    {"question", "q7", "line", "1", "note", "x"},
                    {"question", "q1", "line", "99", "note", "x"},
                    {"question", "q1", "line", "1.5", "note", "x"}
                }) {
            assertEquals(400, post(place + "/note", form).statusCode(), form[1] + " " + form[3]);
        }
        assertEquals(409, post(place + "/judge", "question", "q1", "apply", "r0").statusCode());
        assertFalse(Files.exists(folder.decisions()));
    }

    @Test
    void showsWhatStudentsWroteAsText() throws Exception {
        String evil = "// </code><script>alert(1)</script> {{root}} {{{body}}}\n";
        SampleExercise.write(
                folder.snapshots(), "mal", evil + SampleExercise.TWICE, SampleExercise.HALF);
        Result like = DeskSamples.result(folder, "bob", 1);
        Path file = folder.snapshots().resolve("mal.ipynb");
        try (var results = ResultsFile.open(folder.results())) {
            results.append(
                    new Result(
                            "mal",
                            Sha256.of(Files.readAllBytes(file)),
                            file.toString(),
                            like.exercise(),
                            like.version(),
                            like.grader(),
                            like.java(),
                            like.sandbox(),
                            List.of("<img src=x onerror=alert(1)>"),
                            like.tests(),
                            1));
        }
        String page = get(page("mal")).body();
        assertFalse(page.contains("<script>alert") || page.contains("<img src=x"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertTrue(page.contains("{{root}} {{{body}}}"), page);
    }

    @Test
    void showsTheBeginningOfWhatNobodyReadsToItsEnd() throws Exception {
        replaceAnswer("ann", "// go on\n".repeat(100_000) + SampleExercise.TWICE);
        String page = get(page("ann")).body();
        assertTrue(page.length() < 1_000_000, page.length() + " letters");
        assertTrue(page.contains("2000 of 100001 lines"), "says so");
        replaceAnswer("ann", SampleExercise.TWICE + "//" + "x".repeat(1_000_000));
        assertTrue(get(page("ann")).body().length() < 100_000);
    }

    @Test
    void showsWhatWasGradedMeanwhile() throws Exception {
        try (var results = ResultsFile.open(folder.results())) {
            Result more = DeskSamples.result(folder, "gus", 0);
            results.append(more);
        }
        assertTrue(get("").body().contains("><bdi>gus</bdi></a>"));
        assertEquals(Verdict.PASS, grade("gus").result().tests().get(0).verdict());
    }

    @Test
    void everyPageOpens() throws Exception {
        post(page("ann") + "/judge", "question", "q1", "new-points", "1", "new-words", "good");
        for (String place :
                new String[] {
                    "",
                    "groups",
                    "groups/q2",
                    "rubric",
                    "numbers",
                    "points.png",
                    "history",
                    "desk.css",
                    "desk.js"
                }) {
            assertEquals(200, get(place).statusCode(), place);
        }
        assertEquals(404, get("elsewhere").statusCode());
    }
}
