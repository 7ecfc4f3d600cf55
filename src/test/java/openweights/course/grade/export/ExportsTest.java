package openweights.course.grade.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import openweights.course.grade.ReportSamples;
import openweights.course.grade.Result;
import openweights.course.grade.SampleExam;
import openweights.course.grade.Verdict;
import openweights.course.grade.score.Grade;
import openweights.course.grade.submission.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ExportsTest {

    private static final Result ANN =
            ReportSamples.result("doeann_12345", Verdict.PASS, Verdict.FAIL, "a \u0001 <b>");

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
    void saysWhichColumnsThereAre() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Merge.canvas("Student,ID\n", "Neuron", List.of()));
        assertEquals(
                "The gradebook has 0 columns \"Neuron\", one is needed; found: [Student, ID].",
                e.getMessage());
    }

    @Test
    void tellsGradescopeWhatStudentsMaySee() {
        var json = Gradescope.json(ANN);
        assertEquals(2, json.get("score").asInt());
        assertEquals("passed", json.at("/tests/0/status").asText());
        assertEquals(2, json.at("/tests/1/max_score").asInt());
        assertEquals("not passed", json.at("/tests/1/output").asText());
    }

    @Test
    void writesXmlThatParsersTake() throws Exception {
        String xml =
                JUnitXml.of(
                        List.of(
                                ANN,
                                ReportSamples.result("x", Verdict.GRADER_ERROR, Verdict.PASS, "")));
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(4, document.getElementsByTagName("testcase").getLength());
        assertEquals(1, document.getElementsByTagName("failure").getLength());
        assertEquals(1, document.getElementsByTagName("error").getLength());
    }

    @Test
    void laysOutAnswersForJPlag(@TempDir Path folder) throws Exception {
        Path file = SampleExam.write(folder, "ann", SampleExam.TWICE, null);
        Path broken = Files.writeString(folder.resolve("bob.ipynb"), "");
        List<String> left =
                JPlagTree.write(
                        SampleExam.exercise(),
                        List.of(new Submission("ann", file), new Submission("bob", broken)),
                        folder.resolve("jplag"));
        assertEquals(List.of("bob"), left);
        assertTrue(
                Files.readString(folder.resolve("jplag/submissions/ann/q1.java"))
                        .contains(SampleExam.TWICE));
        assertTrue(Files.exists(folder.resolve("jplag/base/q2.java")));
    }
}
