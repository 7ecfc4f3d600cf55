package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several notebooks of a student counts. */
class SubmissionFinderTest extends CollectorFixture {

    @Test
    void theLastUploadCountsThoughItWasUploadedBefore() throws IOException {
        Map<String, String> uploads = new LinkedHashMap<>();
        uploads.put("2026-01-01T10:00:00Z", "right");
        uploads.put("2026-01-01T11:00:00Z", "wrong");
        uploads.put("2026-01-01T12:00:00Z", "right");
        for (Map.Entry<String, String> upload : uploads.entrySet()) {
            Path source = Files.createDirectories(folder.resolve("source/ann"));
            Path file = Files.writeString(source.resolve("x.ipynb"), upload.getValue());
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(upload.getKey())));
            collect(SubmissionSource.FOLDER, folder.resolve("source"));
            // Collected again, it is the same upload.
            assertEquals(
                    List.of(),
                    collect(SubmissionSource.FOLDER, folder.resolve("source")).collected());
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("collected")), "sample").get(0);
        assertEquals("right", Files.readString(counts.file()));
    }

    @Test
    void ofTwoNotebooksTheOneOfTheExerciseCountsAndThatIsSaid() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/ann"));
        Path right = SampleExercise.write(source, "a", "int twice;", null);
        Files.writeString(
                source.resolve("b.ipynb"),
                Files.readString(right).replace("\"sample\"", "\"another\""));
        for (String name : List.of("a.ipynb", "b.ipynb")) {
            Files.setLastModifiedTime(
                    source.resolve(name), FileTime.from(Instant.parse("2026-01-01T10:00:00Z")));
        }
        collect(SubmissionSource.FOLDER, folder.resolve("source"));
        for (String place : List.of("source", "collected")) {
            Submission counts =
                    SubmissionFinder.find(List.of(folder.resolve(place)), "sample").get(0);
            assertEquals(Files.readString(right), Files.readString(counts.file()));
            assertTrue(counts.note().contains("a.ipynb counts"), counts.note());
        }
    }

    @Test
    void ofTwoNotebooksOfOneTimeTheLastByNameCountsAndThatIsSaid() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/ann"));
        for (String name : List.of("x-9.ipynb", "x-10.ipynb", "x.ipynb")) {
            SampleExercise.write(source, name.replace(".ipynb", ""), "// " + name, null);
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("source")), "sample").get(0);
        assertEquals("x-10.ipynb", counts.file().getFileName().toString());
        assertTrue(counts.note().contains("the last by name"), counts.note());
    }

    /** A clone holds whatever its student has committed. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/dev/zero", "."})
    void aReceiptOfTheStudentsOwnStopsNobody(String receipt) throws IOException {
        Path clone = Files.createDirectories(folder.resolve("clones/ann"));
        SampleExercise.write(clone, "x-1", "// 1", null);
        SampleExercise.write(clone, "x-2", "// 2", null);
        if (receipt.equals("nonsense")) {
            Files.writeString(clone.resolve("receipt.json"), receipt);
        } else {
            Files.createSymbolicLink(clone.resolve("receipt.json"), Path.of(receipt));
        }
        Submission counts =
                SubmissionFinder.find(List.of(folder.resolve("clones")), "sample").get(0);
        assertEquals("x-2.ipynb", counts.file().getFileName().toString());
    }
}
