package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is taken out of an archive or a folder, and whose it becomes. */
class CollectorTest extends CollectorFixture {

    @Test
    void takesNotebooksWhoseNamesABrowserHasChanged() throws IOException {
        collect(
                SubmissionSource.FOLDER,
                zip(Map.of("ann.ipynb.json", "1", "bob.ipynb.txt", "2", "CY.IPYNB", "3")));
        assertEquals(List.of("CY", "ann", "bob"), students());
    }

    @Test
    void looksBehindTheFolderThatHoldsAllStudents() throws IOException {
        collect(
                SubmissionSource.FOLDER,
                zip(
                        Map.of(
                                "submissions/ann/x.ipynb", "1",
                                "submissions/bob/x.ipynb", "2",
                                "submissions/.DS_Store", "",
                                "__MACOSX/submissions/ann/._x.ipynb", "")));
        assertEquals(List.of("ann", "bob"), students());
    }

    @Test
    void looksBehindNbgradersFolders() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("submitted/ann/01-two-layers/x.ipynb", "1")));
        assertEquals(List.of("ann"), students());
    }

    @Test
    void aStudentsOnlyFolderStaysTheStudents() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("ann/01-two-layers/x.ipynb", "1")));
        assertEquals(List.of("ann"), students());
    }

    @Test
    void keepsEveryAttemptOnce() throws IOException {
        collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "1")));
        collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "2")));
        Collector again = collect(SubmissionSource.FOLDER, zip(Map.of("ann.ipynb", "2")));
        assertEquals(List.of(), again.collected());
        assertEquals("0 collected, 1 collected before, 0 skipped", again.toString());
        Path ann = folder.resolve("collected/ann");
        try (Stream<Path> attempts = Files.list(ann)) {
            assertEquals(2, attempts.count());
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ann)));
    }

    @Test
    void gradescopeSaysWhoTheStudentsAreAndWhen() throws IOException {
        String metadata =
                """
                ---
                submission_3000:
                  :submitters:
                  - :name: Ann Lee
                    :sid: '17'
                    :email: ann@example.edu
                  - :name: Bob Ray
                    :sid:
                    :email: bob@example.edu
                  :created_at: 2026-01-02 10:00:00.123456000 -08:00
                  :score: 3.0
                """;
        Collector collector =
                collect(
                        SubmissionSource.GRADESCOPE,
                        zip(
                                Map.of(
                                        "assignment_1_export/submission_metadata.yml",
                                        metadata,
                                        "assignment_1_export/submission_3000/x.ipynb",
                                        "1")));
        assertEquals(List.of(), collector.skipped());
        assertEquals(List.of("Ann Lee_ann@example.edu", "Bob Ray_bob@example.edu"), students());
        try (Stream<Path> all = Files.list(folder.resolve("collected/Ann Lee_ann@example.edu"))) {
            String attempt = all.findFirst().orElseThrow().getFileName().toString();
            assertTrue(attempt.startsWith("20260102T180000Z-"), attempt);
        }
    }
}
