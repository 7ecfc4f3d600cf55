package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopiesTest {

    private static final String NAME = "00-ready.ipynb";
    private static final String PLACE = "00-ready/" + NAME;

    @TempDir Path folder;
    private WorkingCopies copies;

    @BeforeEach
    void publishFirstVersion() throws IOException {
        Files.createDirectories(folder.resolve("notebooks"));
        publish("one");
        copies =
                new WorkingCopies(
                        folder.resolve("notebooks"),
                        folder.resolve("work"),
                        folder.resolve("originals"));
        copies.handOut();
    }

    @Test
    void handsOutACopy() throws IOException {
        assertEquals("one", work(PLACE));
        assertEquals(List.of(), copies.handOut());
    }

    @Test
    void replacesAnUnchangedCopy() throws IOException {
        publish("two");
        assertEquals(List.of(folder.resolve("work").resolve(PLACE)), copies.handOut());
        assertEquals("two", work(PLACE));
    }

    @Test
    void neverTouchesAStudentsWork() throws IOException {
        write("mine");
        assertEquals(List.of(), copies.handOut());
        assertEquals("mine", work(PLACE));
    }

    @Test
    void writesANewVersionNextToAStudentsWorkOnce() throws IOException {
        write("mine");
        publish("two");
        assertEquals(List.of(folder.resolve("work/00-ready/00-ready.new.ipynb")), copies.handOut());
        assertEquals("mine", work(PLACE));
        assertEquals("two", work("00-ready/00-ready.new.ipynb"));
        assertEquals(List.of(), copies.handOut());
    }

    /** A student who goes on in the new version has work in it. */
    @Test
    void neverTouchesAStudentsWorkInANewVersion() throws IOException {
        write("mine");
        publish("two");
        copies.handOut();
        Files.writeString(folder.resolve("work/00-ready/00-ready.new.ipynb"), "mine in two");
        publish("three");
        copies.handOut();
        assertEquals("mine", work(PLACE));
        assertEquals("mine in two", work("00-ready/00-ready.new.ipynb"));
        assertEquals("three", work("00-ready/00-ready.new-2.ipynb"));
        publish("four");
        copies.handOut();
        assertEquals("four", work("00-ready/00-ready.new-2.ipynb"), "nobody has changed it");
        assertEquals(List.of(), copies.handOut());
    }

    @Test
    void replacesANewVersionThatNobodyHasChanged() throws IOException {
        write("mine");
        publish("two");
        copies.handOut();
        publish("three");
        copies.handOut();
        assertEquals("three", work("00-ready/00-ready.new.ipynb"));
    }

    @Test
    void treatsACopyAsChangedWhenItsOriginalIsUnknown() throws IOException {
        write("mine");
        Files.delete(folder.resolve("originals").resolve(PLACE));
        copies.handOut();
        assertEquals("mine", work(PLACE));
        assertEquals("one", work("00-ready/00-ready.new.ipynb"));
    }

    @Test
    void theGlossaryComesAlong() throws IOException {
        Files.writeString(folder.resolve("notebooks/glossary.md"), "# Glossary");
        assertEquals(List.of(folder.resolve("work/glossary.md")), copies.handOut());
        assertEquals("# Glossary", work("glossary.md"));
        assertEquals(List.of(folder.resolve("work").resolve(PLACE)), copies.copies());
        Files.writeString(folder.resolve("work/glossary.md"), "with my notes");
        Files.writeString(folder.resolve("notebooks/glossary.md"), "# New");
        assertEquals(List.of(folder.resolve("work/glossary.new.md")), copies.handOut());
        assertEquals("with my notes", work("glossary.md"));
    }

    @Test
    void restoresADeletedCopy() throws IOException {
        Files.delete(folder.resolve("work").resolve(PLACE));
        copies.handOut();
        assertEquals("one", work(PLACE));
    }

    @Test
    void goesOnWithTheCopyThatWasSavedLast() throws IOException {
        publish("exercise-00-first.ipynb", "one");
        copies.handOut();
        assertEquals(folder.resolve("work").resolve(PLACE), copies.current());
        Path exercise = folder.resolve("work/00-ready/exercise-00-first.ipynb");
        Files.writeString(exercise, "mine");
        assertEquals(exercise, copies.current());
        publish("two");
        copies.handOut();
        assertEquals(exercise, copies.current());
    }

    @Test
    void copiesThatLieSideBySideMoveWithAllThatIsInThem() throws IOException {
        layOutSideBySide();
        Path own = Files.writeString(folder.resolve("work/Untitled.ipynb"), "own");
        Map<Path, Path> moves = copies.copiesSideBySide().moves();
        assertEquals(
                Map.of(folder.resolve("work").resolve(NAME), folder.resolve("work").resolve(PLACE)),
                moves);
        move();
        assertEquals("mine, \u00e4 \\\"../../lessons\\\"", work(PLACE));
        assertFalse(Files.exists(folder.resolve("work").resolve(NAME)));
        assertTrue(Files.exists(own));
        assertEquals(List.of(), copies.handOut(), "the version is the same");
        publish("two");
        assertEquals(List.of(folder.resolve("work/00-ready/00-ready.new.ipynb")), copies.handOut());
    }

    /** Even if the name begins as a lesson's. */
    @Test
    @DisabledOnOs(OS.WINDOWS) // Only administrators make links there.
    void whatStudentsMadeStaysWhereItIs() throws IOException {
        Path own = Files.writeString(folder.resolve("work/00-my-notes.ipynb"), "own");
        Files.writeString(folder.resolve("originals/00-old.ipynb"), "handed out earlier");
        Path old = Files.writeString(folder.resolve("work/00-old.ipynb"), "mine");
        Path kept = Files.writeString(folder.resolve("kept.ipynb"), "elsewhere");
        Files.delete(folder.resolve("work").resolve(PLACE));
        Files.createSymbolicLink(folder.resolve("work").resolve(NAME), kept);
        assertEquals(
                Map.of(old, folder.resolve("work/00-ready/00-old.ipynb")),
                copies.copiesSideBySide().moves());
        move();
        assertEquals("own", Files.readString(own));
        assertEquals("mine", work("00-ready/00-old.ipynb"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatWasPrivateStaysPrivate() throws IOException {
        layOutSideBySide();
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(folder.resolve("work").resolve(NAME), rights);
        move();
        assertEquals(rights, Files.getPosixFilePermissions(folder.resolve("work").resolve(PLACE)));
    }

    @Test
    void nothingMovesOntoAnotherFileAndNoByteIsLost() throws IOException {
        layOutSideBySide();
        write("in the folder");
        move();
        assertEquals("in the folder", work(PLACE));
        assertEquals("mine, \u00e4 \\\"../lessons\\\"", work(NAME));
        Files.delete(folder.resolve("work").resolve(PLACE));
        byte[] latin = {(byte) 0xe4, '\n', 0, (byte) 0xff};
        Files.write(folder.resolve("work").resolve(NAME), latin);
        move();
        assertArrayEquals(latin, Files.readAllBytes(folder.resolve("work").resolve(PLACE)));
    }

    /** As versions of the course before folders did. */
    private void layOutSideBySide() throws IOException {
        Files.delete(folder.resolve("work").resolve(PLACE));
        Files.delete(folder.resolve("originals").resolve(PLACE));
        publish("one \\\"../lessons\\\"");
        Files.writeString(folder.resolve("originals").resolve(NAME), "one \\\"../lessons\\\"");
        Files.writeString(folder.resolve("work").resolve(NAME), "mine, \u00e4 \\\"../lessons\\\"");
    }

    private void move() throws IOException {
        for (SideBySide all : List.of(copies.originalsSideBySide(), copies.copiesSideBySide())) {
            for (Map.Entry<Path, Path> each : all.moves().entrySet()) {
                all.move(each.getKey(), each.getValue());
            }
        }
    }

    private void publish(String content) throws IOException {
        publish(NAME, content);
    }

    private void publish(String name, String content) throws IOException {
        Files.writeString(folder.resolve("notebooks").resolve(name), content);
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("work").resolve(PLACE), content);
    }

    private String work(String name) throws IOException {
        return Files.readString(folder.resolve("work").resolve(name));
    }
}
