package openweights.cli.course;

import static openweights.cli.Said.course;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.cli.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCommandTest {

    @TempDir Path folder;

    @Test
    void writesThePagesOfThisCourse() throws IOException {
        Path out = folder.resolve("new/site");
        Said said = course("site", "--out", out);
        assertEquals(0, said.status(), said.err());
        assertTrue(
                said.out().matches("\\Q" + out.resolve("index.html") + "\\E: \\d+ pages\n"),
                said.out());
        String index = Files.readString(out.resolve("index.html"));
        assertTrue(index.contains("<a href=\"00-ready.html\">"), index);
        assertTrue(Files.exists(out.resolve("00-ready.html")));
    }

    @Test
    void neverOverwritesOtherFiles() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        Said full = course("site", "--out", folder);
        assertEquals(2, full.status());
        assertEquals(
                "course site: "
                        + folder
                        + ": this folder contains other files, such as note.txt. Choose a new or an empty folder.\n",
                full.err());
        Said file = course("site", "--out", note);
        assertEquals(2, file.status());
        assertEquals(
                "course site: "
                        + note
                        + ": already exists and is not what is needed here. Name another place.\n",
                file.err());
        Said inside = course("site", "--out", note.resolve("site"));
        assertEquals(2, inside.status());
        assertTrue(inside.err().startsWith("course site: " + note), inside.err());
        assertEquals("mine", Files.readString(note));
        assertEquals("", full.out() + file.out() + inside.out());
    }
}
