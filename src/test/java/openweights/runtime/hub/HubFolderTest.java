package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.runtime.setup.SetUpException;
import openweights.runtime.setup.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS) // It has no Unix users.
class HubFolderTest {

    @TempDir private Path folder;

    private HubFolder hub() {
        return new HubFolder(new Home(folder.resolve("the course's")), folder.resolve("hub"));
    }

    @Test
    void namesTheCourseAsPythonAndTheShellReadIt() throws IOException {
        HubFolder hub = hub();
        assertEquals(List.of(), hub.write());
        String settings = Files.readString(hub.folder().resolve("jupyterhub_config.py"));
        assertTrue(settings.contains("COURSE = \"" + folder + "/the course's\"\n"), settings);
        String start = Files.readString(hub.start());
        assertTrue(start.contains("'" + folder + "/the course'\\''s/.venv/bin/python'"), start);
    }

    @Test
    void keepsWhatADepartmentChanged() throws IOException {
        HubFolder hub = hub();
        hub.write();
        Path settings = hub.folder().resolve("jupyterhub_config.py");
        String written = Files.readString(settings);
        Files.writeString(settings, "# ours");
        Path news = hub.folder().resolve("jupyterhub_config.py.new");
        assertEquals(List.of(news), hub.write());
        assertEquals("# ours", Files.readString(settings));
        assertEquals(written, Files.readString(news));
    }

    /** So that what an update mends is mended. */
    @Test
    void replacesWhatNobodyChanged() throws IOException {
        hub().write();
        HubFolder moved = new HubFolder(new Home(folder.resolve("elsewhere")), hub().folder());
        Files.writeString(moved.folder().resolve("students.py"), "# ours");
        assertEquals(List.of(moved.folder().resolve("students.py.new")), moved.write());
        String settings = Files.readString(moved.folder().resolve("jupyterhub_config.py"));
        assertTrue(settings.contains("/elsewhere\""), settings);
        assertEquals("# ours", Files.readString(moved.folder().resolve("students.py")));
    }

    /** Students pass through the folder on the way to what they hand in, and read nothing else. */
    @Test
    void isForTheAdministrator() throws IOException {
        HubFolder hub = hub();
        hub.write();
        assertEquals("rwx--x--x", rights(hub.folder()));
        try (Stream<Path> files = Files.list(hub.folder())) {
            for (Path file : files.toList()) {
                assertTrue(rights(file).endsWith("------"), file + ": " + rights(file));
            }
        }
    }

    /** As {@code ./course hub /tmp} would make it unusable for everybody. */
    @Test
    void leavesAFolderForSomethingElseAsItIs() throws IOException {
        Path other = Files.createDirectory(folder.resolve("hub"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        String rights = rights(other);
        SetUpException e = assertThrows(SetUpException.class, () -> hub().write());
        assertTrue(e.getMessage().contains("holds other files and no hub"), e.getMessage());
        assertEquals(rights, rights(other));
        assertEquals(1, other.toFile().list().length);
        Files.delete(other.resolve("notes.txt"));
        hub().write();
    }

    /** What step 3 of the guide opens to students would open the hub's secrets. */
    @Test
    void isNotInTheCourse() {
        Home course = new Home(folder);
        SetUpException e =
                assertThrows(SetUpException.class, () -> new HubFolder(course, inner()).write());
        assertTrue(e.getMessage().contains("lies in the course's folder"), e.getMessage());
        assertFalse(Files.exists(inner()));
    }

    /**
     * Setting up the course takes minutes, after which nobody wants to hear that a name is wrong.
     */
    @Test
    void aWrongFolderIsRefusedBeforeAnythingElse() {
        Home course = new Home(folder);
        SetUpException e =
                assertThrows(
                        SetUpException.class,
                        () -> Hub.prepare(course, inner(), false, Steps.SILENT));
        assertTrue(e.getMessage().contains("lies in the course's folder"), e.getMessage());
        assertFalse(Files.exists(course.venv()));
    }

    private Path inner() {
        return folder.resolve("exercises/hub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a\"b", "a'b", "$HOME", "a\\b", "a\nb"})
    void hasAPathThatAllProgramsReadAlike(String name) {
        Home course = hub().project();
        HubFolder hub = new HubFolder(course, folder.resolve(name));
        SetUpException e = assertThrows(SetUpException.class, hub::write);
        assertTrue(e.getMessage().contains("Name a folder without it"), e.getMessage());
    }

    @Test
    void isNoFile() throws IOException {
        Files.createFile(hub().folder());
        SetUpException e = assertThrows(SetUpException.class, () -> hub().write());
        assertTrue(e.getMessage().contains("hub is a file. Name a new"), e.getMessage());
    }

    /** The hub asks Python whether a name begins so; other names are not safe as names of files. */
    @Test
    void aLoginNameIsSafeToTheEnd() throws IOException {
        hub().write();
        String settings = Files.readString(folder.resolve("hub/jupyterhub_config.py"));
        Matcher found = Pattern.compile("username_pattern = r\"(.*)\"").matcher(settings);
        assertTrue(found.find());
        Pattern name = Pattern.compile(found.group(1));
        assertTrue(name.matcher("ann-2.lee").lookingAt());
        for (String unsafe : List.of("ann lee", "ann:ben", "ann;id", "ann\nben", "Ann", "..")) {
            assertFalse(name.matcher(unsafe).lookingAt(), unsafe);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
