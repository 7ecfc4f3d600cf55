package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopiesTest {

    private static final String NAME = "00-ready.ipynb";

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
        assertEquals("one", work(NAME));
        assertEquals(List.of(), copies.handOut());
    }

    @Test
    void replacesAnUnchangedCopy() throws IOException {
        publish("two");
        assertEquals(List.of(folder.resolve("work").resolve(NAME)), copies.handOut());
        assertEquals("two", work(NAME));
    }

    @Test
    void neverTouchesAStudentsWork() throws IOException {
        write("mine");
        assertEquals(List.of(), copies.handOut());
        assertEquals("mine", work(NAME));
    }

    @Test
    void writesANewVersionNextToAStudentsWorkOnce() throws IOException {
        write("mine");
        publish("two");
        assertEquals(List.of(folder.resolve("work/00-ready.new.ipynb")), copies.handOut());
        assertEquals("mine", work(NAME));
        assertEquals("two", work("00-ready.new.ipynb"));
        assertEquals(List.of(), copies.handOut());
    }

    @Test
    void treatsACopyAsChangedWhenItsOriginalIsUnknown() throws IOException {
        write("mine");
        Files.delete(folder.resolve("originals").resolve(NAME));
        copies.handOut();
        assertEquals("mine", work(NAME));
        assertEquals("one", work("00-ready.new.ipynb"));
    }

    @Test
    void theGlossaryComesAlong() throws IOException {
        Files.writeString(folder.resolve("notebooks/glossary.md"), "# Glossary");
        assertEquals(List.of(folder.resolve("work/glossary.md")), copies.handOut());
        assertEquals("# Glossary", work("glossary.md"));
        assertEquals(List.of(folder.resolve("work").resolve(NAME)), copies.copies());
        Files.writeString(folder.resolve("work/glossary.md"), "with my notes");
        Files.writeString(folder.resolve("notebooks/glossary.md"), "# New");
        assertEquals(List.of(folder.resolve("work/glossary.new.md")), copies.handOut());
        assertEquals("with my notes", work("glossary.md"));
    }

    @Test
    void restoresADeletedCopy() throws IOException {
        Files.delete(folder.resolve("work").resolve(NAME));
        copies.handOut();
        assertEquals("one", work(NAME));
    }

    private void publish(String content) throws IOException {
        Files.writeString(folder.resolve("notebooks").resolve(NAME), content);
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("work").resolve(NAME), content);
    }

    private String work(String name) throws IOException {
        return Files.readString(folder.resolve("work").resolve(name));
    }
}
