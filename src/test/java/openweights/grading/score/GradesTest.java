package openweights.grading.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import openweights.base.Csv;
import openweights.base.UserException;
import openweights.grading.decision.Decisions;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradesTest {

    private static final String POLICY =
            """
            due: 2026-11-20T18:00:00+01:00
            grace: 10
            every: day
            percent: 10
            most: 25
            extensions:
              bob: 2026-11-21T18:00:00+01:00
            """;

    @TempDir private Path folder;

    private final Result open =
            ReportSamples.result("=ann", Verdict.NEEDS_REVIEW, Verdict.PASS, "cut off");

    private GradingFolder grading() {
        return new GradingFolder("sample", folder, List.of());
    }

    private LatePolicy policy(String text) throws IOException {
        return LatePolicy.read(Files.writeString(folder.resolve("late.yaml"), text));
    }

    private double taken(String student, String time) throws IOException {
        return policy(POLICY).of(student, Instant.parse(time)).share();
    }

    @Test
    void deductsMoreForEachDayBegun() throws IOException {
        assertEquals(0, taken("ann", "2026-11-20T17:09:59Z"), "within the grace");
        assertEquals(0.1, taken("ann", "2026-11-20T17:11:00Z"));
        assertEquals(0.1, taken("ann", "2026-11-21T17:10:00Z"));
        assertEquals(0.2, taken("ann", "2026-11-21T17:10:01Z"));
        assertEquals(0.25, taken("ann", "2026-12-24T18:00:00Z"), "never more than most");
        assertEquals(0, taken("bob", "2026-11-21T16:00:00Z"), "has an extension");
    }

    @Test
    void saysWhatIsWrongInAPolicy() {
        String date = assertThrows(UserException.class, () -> policy("due: tomorrow")).getMessage();
        assertTrue(
                date.endsWith(
                        "late.yaml: \"tomorrow\" is not a date with a time zone, such as"
                                + " 2026-11-20T23:59:00+01:00."),
                date);
        String word =
                assertThrows(
                                UserException.class,
                                () -> policy(POLICY.replace("every: day", "every: week")))
                        .getMessage();
        assertTrue(word.endsWith("every is \"week\"; it can be day or hour."), word);
        String setting =
                assertThrows(
                                UserException.class,
                                () -> policy(POLICY.replace("percent", "per cent")))
                        .getMessage();
        assertTrue(
                setting.endsWith(
                        "there is no setting \"per cent\"; there are due, grace, every, percent,"
                                + " most, budget, extensions."),
                setting);
    }

    @Test
    void reportsExtensionsOfUnknownStudents() throws IOException {
        policy(POLICY.replace("bob:", "bbo:"));
        Result ann = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "");
        Result bob = ReportSamples.result("bob", Verdict.PASS, Verdict.PASS, "");
        Grades grades = Grades.of(List.of(ann, bob), grading());
        assertEquals(
                List.of(
                        folder.resolve("late.yaml")
                                + ": extensions: no submission is from \"bbo\"; the nearest of 2 is"
                                + " \"bob\". This one counts for nobody."),
                grades.findings());
        assertEquals(2, grades.all().size(), "nothing is lost");
        policy(POLICY);
        assertEquals(List.of(), Grades.of(List.of(ann, bob), grading()).findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"percent: 10%", "percent: ten", "percent: -10", "percent: 200"})
    void takesNoPointsByWhatIsNoNumber(String written) {
        String words =
                assertThrows(
                                UserException.class,
                                () -> policy(POLICY.replaceFirst("percent: \\d+", written)))
                        .getMessage();
        assertTrue(words.contains("it must be a plain number from 0 to 100"), words);
    }

    /** An accented letter can be one character or two; file names use one. */
    @Test
    void recognizesNamesInEveryUnicodeForm() throws IOException {
        LatePolicy late = policy(POLICY.replace("bob:", "Jose\u0301:"));
        assertEquals(0, late.of("Jos\u00e9", Instant.parse("2026-11-21T16:00:00Z")).share());
    }

    @Test
    void reportsPointsByHandThatCountForNobody() throws IOException {
        Path file = grading().manualSheet();
        Result ann = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "");
        Result bob = ReportSamples.result("bob", Verdict.PASS, Verdict.PASS, "");
        ManualSheet.read(file)
                .add(List.of(ann, bob), true, Decisions.of(List.of()), (result, question) -> "");
        String table = Files.readString(file).replace("q1,,2,", "q1,1,2,");
        assertEquals(List.of(), findings(file, table, ann, bob), "as it should be");
        String stranger = table.replace("bob,q1,", "Bob,q1,").replace("ann,q1,", "ann,q7,");
        assertEquals(
                List.of(
                        file
                                + ": row 2: there is no question \"q7\"; the nearest of 2 is"
                                + " \"q1\". These points do not count.",
                        file
                                + ": row 4: no submission is from \"Bob\"; the nearest of 2 is"
                                + " \"bob\". These points count for nobody."),
                findings(file, stranger, ann, bob));
        String more = table.replace("ann,q1,1,2,", "ann,q1,3,3,");
        assertEquals(
                List.of(
                        file
                                + ": row 2: 3 points for q1, which now gives at most 2. They count;"
                                + " correct them."),
                findings(file, more, ann, bob));
        assertEquals(more, Files.readString(file), "only read");
    }

    /** A person may sort, copy, and cut rows; no points are ever left out without a word. */
    @Test
    void reportsRowsThatASpreadsheetHasSpoiled() throws IOException {
        Path file = grading().manualSheet();
        Result ann = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "");
        String head = "student,question,points,max,comment,submission\n";
        String row = "ann,q1,1,2,,%s\n";
        String right = row.formatted(ann.submission());
        assertEquals(List.of(), findings(file, head + right + right, ann), "twice the same");
        assertEquals(
                List.of(
                        file
                                + ": row 2: a later row gives \"0.5\" for the same answer and counts"
                                + " instead. Remove one of them."),
                findings(file, head + right + right.replace(",1,", ",0.5,"), ann));
        assertEquals(
                List.of(
                        file
                                + ": row 2: \"1.2E+45\" is no submission's SHA-256; a spreadsheet may"
                                + " have changed it. These points do not count."),
                findings(file, head + row.formatted("1.2E+45"), ann));
        String earlier = row.formatted("0".repeat(64));
        assertEquals(List.of(), findings(file, head + earlier, ann), "of an earlier attempt");
        UserException e =
                assertThrows(UserException.class, () -> findings(file, head + "ann,q1,1,2\n", ann));
        assertTrue(
                e.getMessage().contains("row 2 has 4 fields, but the first line has 6"),
                e.getMessage());
    }

    private List<String> findings(Path file, String table, Result... results) throws IOException {
        Files.writeString(file, table);
        return Grades.of(List.of(results), grading()).findings();
    }

    @Test
    void hasNoHintWhereNothingIsKnown() {
        assertEquals("there is none", Names.nearest("anna", List.of()));
    }

    @Test
    void deductsForLateSubmissions() throws IOException {
        Path place = Files.createDirectories(folder.resolve("collected"));
        Files.writeString(place.resolve("receipt.json"), "{\"time\": \"2026-11-21T18:00:00Z\"}");
        policy(POLICY);
        Result result = ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, "");
        Grade grade =
                Grades.of(List.of(at(result, place.resolve("submission.ipynb"))), grading())
                        .all()
                        .get(0);
        assertEquals(4, grade.raw());
        assertEquals(3.2, grade.points());
        assertEquals(
                List.of("Submitted 25 hours after the due date; 20% of the points are deducted."),
                grade.notes());
    }

    private static Result at(Result r, Path file) {
        return new Result(
                r.student(),
                r.submission(),
                file.toString(),
                r.exercise(),
                r.version(),
                r.grader(),
                r.java(),
                r.sandbox(),
                r.repairs(),
                r.tests(),
                r.seconds());
    }

    @Test
    void countsPointsByHandForThatSubmissionOnly() throws IOException {
        Path file = grading().manualSheet();
        assertEquals(
                1,
                ManualSheet.read(file)
                        .add(
                                List.of(open),
                                false,
                                Decisions.of(List.of()),
                                (result, question) -> ""));
        assertTrue(Grades.of(List.of(open), grading()).all().get(0).isOpen());
        String table = Files.readString(file);
        assertTrue(table.contains("'=ann,q1,,2,,cut off,"), table);
        Files.writeString(file, table.replace("q1,,2,,", "q1,1.5,2,\"good, but cut\","));
        assertEquals(
                0,
                ManualSheet.read(file)
                        .add(
                                List.of(open),
                                false,
                                Decisions.of(List.of()),
                                (result, question) -> ""),
                "stays as it was filled in");
        Grade grade = Grades.of(List.of(open), grading()).all().get(0);
        assertFalse(grade.isOpen());
        assertEquals(3.5, grade.points());
        assertEquals(List.of("q1: a person gave 1.5 of 2 points: good, but cut"), grade.notes());
        Files.writeString(file, Files.readString(file).replace(",abc,", ",other,"));
        assertEquals(Map.of(), Grades.of(List.of(open), grading()).all().get(0).manual());
    }

    @Test
    void rejectsInvalidPoints() throws IOException {
        Path file = grading().manualSheet();
        ManualSheet.read(file)
                .add(List.of(open), true, Decisions.of(List.of()), (result, question) -> "");
        String table = Files.readString(file);
        for (String wrong : List.of("3", "-1", "two", "NaN")) {
            Files.writeString(file, table.replace("q1,,2,", "q1," + wrong + ",2,"));
            String said =
                    assertThrows(UserException.class, () -> ManualSheet.read(file)).getMessage();
            assertTrue(said.contains("row 2: \"" + wrong + "\" is not a number from 0 to 2"), said);
        }
    }

    @Test
    void readsWhatSpreadsheetsOfOtherLanguagesSave() throws IOException {
        Path file = grading().manualSheet();
        ManualSheet.read(file)
                .add(
                        List.of(open),
                        false,
                        Decisions.of(List.of()),
                        (result, question) -> "int x = 1;\n// \u00e9");
        String table = Files.readString(file);
        assertTrue(table.contains("int x = 1;"), "the answer is in the table");
        String saved =
                Csv.write(Csv.rows("table", table), ';')
                        .replace("q1;;2;;", "q1;1,5;2;gef\u00e4llt;");
        Files.write(file, saved.getBytes(Charset.forName("windows-1252")));
        Grade grade = Grades.of(List.of(open), grading()).all().get(0);
        assertEquals(List.of("q1: a person gave 1.5 of 2 points: gef\u00e4llt"), grade.notes());
    }

    @Test
    void readsATableOfAnEarlierEdition() throws IOException {
        Path file = grading().manualSheet();
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "student,question,points,max,comment,why,file,submission\n"
                        + "'=ann,q1,1.5,2,good,cut off,x.ipynb,"
                        + open.submission()
                        + "\n");
        assertEquals(3.5, Grades.of(List.of(open), grading()).all().get(0).points());
    }
}
