package openweights.grading.submission;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import openweights.grading.submission.SourceFiles.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What students hand in on a hub, in folders of their own. */
class HubCollectionTest extends CollectorFixture {

    private Path handedIn(String name, String content) throws IOException {
        Path file = folder.resolve("hand-in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String notebookOf(String exercise) {
        return "{\"cells\":[],\"metadata\":{\"openweights\":{\"exercise\":\"%s\"}},\"nbformat\":4}"
                .formatted(exercise);
    }

    /** Students of a hub hand in all exercises in one folder. */
    @Test
    void takesOnlyTheExercisesOwnNotebooksFromAHub() throws IOException {
        handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        handedIn("ann/later.ipynb", notebookOf("02-loss-and-slope"));
        handedIn("bob/exercise-01-two-layers.ipynb", "{");
        handedIn("bob/exercise-02-loss-and-slope.ipynb", "{");
        handedIn("cem/of-his-own/mine.ipynb", notebookOf("01-two-layers"));
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(
                List.of("ann: ann/mine.ipynb", "bob: bob/exercise-01-two-layers.ipynb"),
                collector.collected());
        assertEquals(1, collector.skipped().size(), "" + collector.skipped());
    }

    /** The guide puts feedback where students look, and where notebooks are collected. */
    @Test
    void passesOverPagesForStudentsOnAHub() throws IOException {
        handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        handedIn("ann/feedback-01-two-layers.html", "<p>2 of 2");
        handedIn("ann/mine.html", "<p>my answers");
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ann: ann/mine.ipynb"), collector.collected());
        assertEquals(List.of("ann/mine.html: not a notebook (*.ipynb)."), collector.skipped());
    }

    /** A student can give a file any time of modification. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void countsFromWhenAFileCameToAHub() throws IOException {
        Path late = handedIn("ann/mine.ipynb", notebookOf("01-two-layers"));
        Instant before = Instant.now().minusSeconds(60);
        Files.setLastModifiedTime(late, FileTime.from(Instant.EPOCH));
        collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        Receipt receipt = Receipt.all(folder.resolve("collected"), "ann").get(0);
        assertTrue(receipt.time().isAfter(before), "" + receipt.time());
    }

    /** Sparse files cost a student nothing; nobody else's work waits for them. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // Its files of zeros take space.
    void nobodysFilesKeepOthersFromBeingCollected() throws IOException {
        Path ann = handedIn("ann/00.ipynb", "");
        for (int i = 0; i < 30; i++) {
            Path file = ann.resolveSibling("%02d.ipynb".formatted(i));
            try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
                channel.write(ByteBuffer.allocate(1), (20 << 20) - 1);
            }
        }
        handedIn("ann/of-her-own/.ipynb_checkpoints/a/b/c/mine.ipynb", "{}");
        handedIn("ben/.ipynb_checkpoints/mine-checkpoint.ipynb", "{}");
        handedIn("ben/mine.ipynb", notebookOf("01-two-layers"));
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ben: ben/mine.ipynb"), collector.collected());
        assertEquals(
                List.of(
                        "ann/of-her-own: a folder; nothing in it is collected.",
                        "ann/26.ipynb: this student's files take more than 512 MB, so this and those after it were not read. Move some away, and collect again."),
                collector.skipped());
    }

    /** Whoever owns a folder can change it while it is read. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsReplacedMeanwhileEndsNothing() throws Exception {
        List<String> names = List.of("ann/gone", "ann/link", "ann/pipe");
        for (String name : names) {
            handedIn(name + ".ipynb", notebookOf("01-two-layers"));
        }
        Path handIn = folder.resolve("hand-in");
        try (SourceFiles files = SourceFiles.open(handIn, true)) {
            for (String name : names) {
                Files.delete(handIn.resolve(name + ".ipynb"));
            }
            Files.createSymbolicLink(
                    handIn.resolve("ann/link.ipynb"), folder.resolve("another.ipynb"));
            Path pipe = handIn.resolve("ann/pipe.ipynb");
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            for (SourceFile file : files.files()) {
                assertThrows(FileSystemException.class, () -> file.content().open(), file.name());
            }
        }
    }

    /**
     * Otherwise a student could hand in, and get feedback on, what only the instructor may read.
     */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkOnAHub() throws IOException {
        Path bens = handedIn("ben/mine.ipynb", notebookOf("01-two-layers"));
        Files.createDirectories(folder.resolve("hand-in/ann"));
        Files.createSymbolicLink(folder.resolve("hand-in/ann/mine.ipynb"), bens);
        Collector collector = collect(SubmissionSource.HUB, folder.resolve("hand-in"));
        assertEquals(List.of("ben"), students());
        assertEquals(
                List.of("ann/mine.ipynb: a link; links are not followed."), collector.skipped());
    }
}
