package openweights.grading.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import openweights.base.UserException;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookFile;
import openweights.grading.result.Result;
import openweights.grading.result.Verdict;
import openweights.grading.run.ReportSamples;
import openweights.grading.run.SampleExercise;
import openweights.grading.score.Grade;
import openweights.grading.score.Grade.Lateness;
import openweights.grading.score.Grade.Manual;
import openweights.grading.submission.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExportsTest {

    private static final Result ANN =
            ReportSamples.result("doeann_12345", Verdict.PASS, Verdict.FAIL, "a \u0001 <b>");

    @Test
    void givesNobodySomebodyElsesPoints() {
        String id = ANN.student();
        Grade ann = Grade.of(ANN);
        String shared = "Student,ID,SIS User ID,Neuron\nAnn,%1$s,1,\nBob,7,%1$s,\n".formatted(id);
        String words =
                assertThrows(
                                UserException.class,
                                () -> Merge.canvas(shared, "Neuron", List.of(ann)))
                        .getMessage();
        assertTrue(words.contains("rows [2, 3] could all be \"" + id + "\""), words);
        String twice = "Student,ID,Section,Neuron\nAnn,%1$s,A,\nAnn,%1$s,B,\n".formatted(id);
        String filled = Merge.canvas(twice, "Neuron", List.of(ann)).csv();
        assertEquals(2, filled.lines().filter(line -> line.matches(".*[AB],[0-9.]+")).count());
        String question = ANN.questions().iterator().next();
        Grade other =
                new Grade(
                        ANN.of("x_" + id),
                        Map.of(question, new Grade.Manual(0.125, "")),
                        Grade.Lateness.NONE);
        words =
                assertThrows(
                                UserException.class,
                                () -> Merge.canvas(twice, "Neuron", List.of(ann, other)))
                        .getMessage();
        assertTrue(words.contains("the points of two submissions"), words);
    }

    @Test
    void fillsOneColumnOfCanvasAndLeavesTheRest() {
        String csv =
                "Student,ID,SIS User ID,SIS Login ID,Section,Neuron (77),Neuron 2 (78)\n"
                        + "    Points Possible,,,,,4,4\n"
                        + "\"Doe, Ann\",12345,s1,ann,A,,3\n"
                        + "\"Roe, Bob\",999,s2,bob,A,1,2\n";
        Merge merge = Merge.canvas(csv, "Neuron", List.of(Grade.of(ANN)));
        assertEquals(csv.replace("A,,3", "A,2,3"), merge.csv());
        assertEquals(List.of(), merge.missing());
    }

    @Test
    void fillsMoodlesWorksheetAndNamesWhoIsMissing() {
        String csv =
                "Identifier,Full name,Email address,Grade,Maximum Grade,Feedback comments\n"
                        + "Participant 12345,Ann Doe,ann@x.org,,4.00,\"well, done\"\n";
        Result bob = ReportSamples.result("bob", Verdict.PASS, Verdict.PASS, "");
        Merge merge = Merge.moodle(csv, "Grade", List.of(Grade.of(ANN), Grade.of(bob)));
        assertEquals(csv.replace("ann@x.org,,", "ann@x.org,2,"), merge.csv());
        assertEquals(List.of("bob"), merge.missing());
    }

    @Test
    void fillsAGermanWorksheetWithSemicolonsAndDecimalCommas() {
        String csv =
                "ID;Vollst\u00e4ndiger Name;E-Mail-Adresse;Bewertung;Bestwertung\n"
                        + "Teilnehmer/in12345;Ann Doe;ann@x.org;;4,00\n"
                        + "Teilnehmer/in7;Bob Roe;bob_roe@x.org;;4,00\n";
        Result bob = ReportSamples.result("Bob Roe_bob_roe@x.org", Verdict.PASS, Verdict.PASS, "");
        Merge merge = Merge.moodle(csv, "Bewertung", List.of(Grade.of(ANN), Grade.of(bob)));
        assertEquals(
                csv.replace("ann@x.org;;", "ann@x.org;2;")
                        .replace("bob_roe@x.org;;", "bob_roe@x.org;4;"),
                merge.csv());
        assertEquals(List.of(), merge.missing());
    }

    /** A platform's own export may be called as one of ours. */
    @Test
    void noFormOverwritesAnother(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gradebook.csv");
        Files.writeString(file, "Student,ID,Neuron (77)\nAnn,12345,\n");
        ExportFolder export = new ExportFolder(Files.createDirectory(folder.resolve("export")));
        Path filled = export.canvas(file, "Neuron", List.of(Grade.of(ANN))).file();
        String before = Files.readString(filled);
        Path ours = export.gradebook(List.of(Grade.of(ANN))).file();
        assertEquals(before, Files.readString(filled));
        assertNotEquals(before, Files.readString(ours));
    }

    @Test
    void readsAGradebookInTheCharactersOfWindows(@TempDir Path folder) throws IOException {
        String csv = "Student;ID;Neuron (77)\n\u00c4nne Doe;12345;\n";
        Path file = folder.resolve("gradebook.csv");
        Files.write(file, csv.getBytes(Charset.forName("windows-1252")));
        Path written =
                new ExportFolder(Files.createDirectory(folder.resolve("export")))
                        .canvas(file, "Neuron", List.of(Grade.of(ANN)))
                        .file();
        assertEquals(csv.replace("12345;", "12345;2"), Files.readString(written));
    }

    @Test
    void saysWhichColumnsThereAre() {
        UserException e =
                assertThrows(
                        UserException.class,
                        () -> Merge.canvas("Student,ID\n", "Neuron", List.of()));
        assertEquals(
                "The gradebook has 0 columns \"Neuron\", but exactly one is needed; found:"
                        + " [Student, ID].",
                e.getMessage());
    }

    @Test
    void showsGradescopeWhatStudentsMaySee() {
        var json = Gradescope.json(Grade.of(ANN));
        assertEquals(2, json.get("score").asInt());
        assertEquals("passed", json.at("/tests/0/status").asText());
        assertEquals(2, json.at("/tests/1/max_score").asInt());
        assertEquals("not passed", json.at("/tests/1/output").asText());
    }

    /** No test could decide about q1, a person gave 1.5, and lateness costs half of all points. */
    private static Grade decidedAndLate() {
        return new Grade(
                ReportSamples.result("eve", Verdict.NEEDS_REVIEW, Verdict.PASS, "cut off"),
                Map.of("q1", new Manual(1.5, "half an idea")),
                new Lateness(0.5, "Handed in late."));
    }

    @Test
    void givesGradescopeThePointsThatCount() {
        var json = Gradescope.json(decidedAndLate());
        assertEquals(1.75, json.get("score").asDouble());
        double sum = 0;
        for (JsonNode test : json.get("tests")) {
            sum += test.path("score").asDouble();
        }
        assertEquals(decidedAndLate().raw(), sum, "the entries add up to the points before");
        assertEquals("q1: given by a person", json.at("/tests/0/name").asText());
        assertEquals("half an idea", json.at("/tests/0/output").asText());
        assertEquals(2, json.get("tests").size(), "what is settled is told no more");
        assertEquals(
                "q1: a person gave 1.5 of 2 points: half an idea\nHanded in late.",
                json.get("output").asText());
    }

    @Test
    void givesProgramsThePointsThatCount() {
        JsonNode json = ResultsJson.of(List.of(decidedAndLate(), Grade.of(ANN)));
        assertEquals(1.75, json.at("/0/points").asDouble());
        assertEquals(3.5, json.at("/0/raw").asDouble());
        assertEquals(1.5, json.at("/0/questions/0/points").asDouble());
        assertEquals("half an idea", json.at("/0/questions/0/manual/comment").asText());
        assertEquals("Handed in late.", json.at("/0/lateness/words").asText());
        assertEquals("NEEDS_REVIEW", json.at("/0/result/tests/0/verdict").asText());
        assertEquals(2, json.at("/1/points").asInt());
        assertTrue(json.at("/1/questions/0/manual").isMissingNode());
    }

    private static Document xml(Grade... grades) throws Exception {
        String xml = JUnitXml.of(List.of(grades));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesXmlThatParsersTake() throws Exception {
        Result faulty = ReportSamples.result("x", Verdict.GRADER_ERROR, Verdict.PASS, "");
        Document document = xml(Grade.of(ANN), Grade.of(faulty));
        assertEquals(4, document.getElementsByTagName("testcase").getLength());
        assertEquals(1, document.getElementsByTagName("failure").getLength());
        assertEquals(1, document.getElementsByTagName("error").getLength());
    }

    @Test
    void writesThePointsThatCountAsPropertiesOfASuite() throws Exception {
        Document document = xml(decidedAndLate());
        NodeList properties = document.getElementsByTagName("property");
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Element each = (Element) properties.item(i);
            values.merge(
                    each.getAttribute("name"), each.getAttribute("value"), (a, b) -> a + "; " + b);
        }
        assertEquals(
                "{note=q1: a person gave 1.5 of 2 points: half an idea; Handed in late.,"
                        + " points=1.75, points.max=4, points.q1=1.5, points.q2=2, points.raw=3.5}",
                values.toString());
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertEquals("0", suite.getAttribute("errors"));
        assertEquals("1", suite.getAttribute("skipped"));
    }

    @Test
    void comparesCellsThatStudentsAdded(@TempDir Path folder) throws Exception {
        Notebook notebook = SampleExercise.notebook("int twice(int x) { return help(x); }", null);
        List<Cell> cells = new ArrayList<>(notebook.cells());
        cells.add(0, SampleExercise.code("mine", "int help(int x) { return x + x; }"));
        Path file = folder.resolve("ann.ipynb");
        NotebookFile.write(new Notebook(notebook.metadata(), cells), file);
        JPlagTree.write(
                SampleExercise.exercise(),
                List.of(new Submission("ann", file)),
                folder.resolve("jplag"));
        assertTrue(
                Files.readString(folder.resolve("jplag/submissions/ann/added.java"))
                        .contains("x + x"));
    }

    @Test
    void writesAnswersForJPlag(@TempDir Path folder) throws Exception {
        Path file = SampleExercise.write(folder, "ann", SampleExercise.TWICE, null);
        Path broken = Files.writeString(folder.resolve("bob.ipynb"), "");
        List<String> left =
                JPlagTree.write(
                        SampleExercise.exercise(),
                        List.of(new Submission("ann", file), new Submission("bob", broken)),
                        folder.resolve("jplag"));
        assertEquals(List.of("bob"), left);
        assertTrue(
                Files.readString(folder.resolve("jplag/submissions/ann/q1.java"))
                        .contains(SampleExercise.TWICE));
        assertTrue(Files.exists(folder.resolve("jplag/base/q2.java")));
    }
}
