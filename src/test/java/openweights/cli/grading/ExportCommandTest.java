package openweights.cli.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import openweights.cli.Main;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that show points, as an instructor calls them; nothing is graded. */
class ExportCommandTest {

    private static final String BOOK = "Student,ID,Sample (7)\nAnn,ann,\nBob,bob,1\nEve,eve,\n";

    @TempDir Path grading;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Ann has all points, Bob 2 of 4, and no test could decide about Eve's first answer. */
    @BeforeEach
    void gradeThree() throws IOException {
        keep(
                ReportSamples.result("ann", Verdict.PASS, Verdict.PASS, ""),
                ReportSamples.result("bob", Verdict.PASS, Verdict.FAIL, "no"),
                ReportSamples.result("eve", Verdict.NEEDS_REVIEW, Verdict.PASS, "cut off"));
        Files.writeString(grading.resolve("book.csv"), BOOK);
    }

    private void keep(Result... all) throws IOException {
        try (ResultsFile results = ResultsFile.open(folder().resolve("results.jsonl"))) {
            results.append(all);
        }
    }

    private Path folder() {
        return grading.resolve("sample");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out, true));
        course.setErr(new PrintWriter(err, true));
        return course.execute(arguments);
    }

    private int export(String form, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"export", "sample", form, "--grading", "" + grading},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }

    private String written(String name) throws IOException {
        return Files.readString(folder().resolve("export").resolve(name));
    }

    private int canvas(String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(
                new String[] {"--gradebook", grading + "/book.csv", "--column", "Sample"},
                0,
                arguments,
                0,
                4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return export("canvas", arguments);
    }

    @Test
    void writesWhatIsFinalAndNamesWhoIsLeftOut() throws IOException {
        assertEquals(1, canvas());
        assertEquals(
                "Student,ID,Sample (7)\nAnn,ann,4\nBob,bob,2\nEve,eve,\n",
                written("canvas/book.csv"));
        assertTrue(
                err.toString()
                        .startsWith(
                                "1 of 3 left out, because their points are not final (--with-open includes them):\nneeds review: eve, q1: cut off (eve.ipynb)\n"),
                err.toString());
        assertTrue(err.toString().contains("./course review sample"), err.toString());
    }

    @Test
    void includesOpenGradesOnRequest() throws IOException {
        assertEquals(0, canvas("--with-open"), err.toString());
        assertTrue(written("canvas/book.csv").contains("Eve,eve,2\n"));
    }

    @Test
    void everyFormatLeavesOutWhatIsNotFinal() throws IOException {
        for (String form : new String[] {"csv", "tests", "json", "junit"}) {
            assertEquals(1, export(form), form);
            String file = out.toString().strip().replaceFirst(".*/", "");
            String text = written(file);
            assertTrue(
                    text.contains("ann") && !text.contains("eve"), form.toUpperCase(Locale.ROOT));
        }
        assertEquals(1, export("gradescope"));
        assertFalse(Files.exists(folder().resolve("export/gradescope/eve/results.json")));
    }

    /** Eve submits again and nobody has decided yet, so what was written for her must go. */
    @Test
    void deletesPointsThatAreNoLongerFinal() throws IOException {
        assertEquals(0, export("gradescope", "--with-open"));
        Path eve = folder().resolve("export/gradescope/eve/results.json");
        assertTrue(Files.exists(eve));
        assertEquals(1, export("gradescope"));
        assertFalse(Files.exists(eve));
    }

    /** All formats show the same points once a person has decided. */
    @Test
    void allFormatsAgreeOnThePoints() throws IOException {
        assertEquals(1, run("review", "sample", "--grading", "" + grading));
        Path sheet = folder().resolve("manual.csv");
        Files.writeString(sheet, Files.readString(sheet).replace("eve,q1,,", "eve,q1,1.5,"));
        assertEquals(0, canvas(), err.toString());
        assertTrue(
                written("canvas/book.csv").contains("Eve,eve,3.5\n"), written("canvas/book.csv"));
        assertEquals(0, export("csv"));
        assertTrue(written("gradebook.csv").contains("eve,1.5,2,3.5,3.5,4,"));
        assertEquals(0, export("json"));
        assertEquals(
                3.5,
                new ObjectMapper().readTree(written("results.json")).at("/2/points").asDouble());
        assertEquals(0, export("gradescope"));
        assertEquals(
                3.5,
                new ObjectMapper()
                        .readTree(written("gradescope/eve/results.json"))
                        .get("score")
                        .asDouble());
        assertEquals(0, export("junit"));
        assertTrue(written("junit.xml").contains("name=\"points\" value=\"3.5\""));
    }

    /** Moodle hands out one submission under a group's name. */
    @Test
    void aGroupsPointsAreItsMembers() throws IOException {
        keep(ReportSamples.result("Team A", Verdict.PASS, Verdict.FAIL, "no"));
        Files.writeString(
                grading.resolve("list.csv"),
                "Name,ID,Group\nAnn,ann,Team A\nZoe,zoe,Team A\nYan,yan,Team A\nXu,xu,\n");
        assertEquals(0, run("roster", grading + "/list.csv", "--grading", "" + grading));
        Files.writeString(
                grading.resolve("book.csv"),
                "Student,ID,Sample (7)\nAnn,ann,\nZoe,zoe,\nYan,yan,\nBob,bob,\nEve,eve,\n");
        assertEquals(0, canvas("--with-open"), err.toString());
        assertEquals(
                "Student,ID,Sample (7)\nAnn,ann,4\nZoe,zoe,2\nYan,yan,2\nBob,bob,2\nEve,eve,2\n",
                written("canvas/book.csv"),
                "Ann has handed in something of her own");
        assertEquals(1, run("roster", "--for", "sample", "--grading", "" + grading));
        assertTrue(out.toString().contains("not submitted: Xu\n"), out.toString());
        assertTrue(out.toString().contains("not on the roster: bob\n"), out.toString());
        assertTrue(out.toString().endsWith("3 of 4 have submitted\n"), out.toString());
    }

    @Test
    void saysWhoIsNotInTheGradebook() throws IOException {
        Files.writeString(grading.resolve("book.csv"), BOOK.replace("Ann,ann,\n", ""));
        assertEquals(1, canvas("--with-open"));
        assertTrue(err.toString().contains("not in the gradebook: ann\n"), err.toString());
    }

    @Test
    void reportsUnknownExtensionsWhereverPointsAreShown() throws IOException {
        Files.writeString(
                folder().resolve("late.yaml"),
                "due: 2026-11-20T18:00:00+01:00\nextensions: {boob: 2026-11-21T18:00:00+01:00}\n");
        String finding =
                "no submission is from \"boob\"; the nearest of 3 is \"bob\". This one counts for nobody.\n";
        assertEquals(1, export("csv", "--with-open"));
        assertTrue(err.toString().endsWith(finding), err.toString());
        assertTrue(written("gradebook.csv").contains("bob"), "written all the same");
        assertEquals(1, run("feedback", "sample", "--grading", "" + grading));
        assertTrue(err.toString().endsWith(finding), err.toString());
        assertTrue(Files.exists(folder().resolve("feedback/bob.html")));
        assertEquals(1, run("review", "sample", "--grading", "" + grading));
        assertTrue(err.toString().endsWith(finding), err.toString());
    }

    @Test
    void statisticsDoNotDependOnTheMachinesLanguage() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(0, run("stats", "sample", "--grading", "" + grading), err.toString());
        } finally {
            Locale.setDefault(usual);
        }
        assertTrue(
                out.toString().startsWith("2 students, mean 3.00 points, standard deviation 1.00"),
                out.toString());
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertEquals(2, export("canvas"));
        assertTrue(err.toString().contains("--gradebook FILE"), err.toString());
        assertEquals(2, run("export", "nothing", "csv", "--grading", "" + grading));
    }
}
