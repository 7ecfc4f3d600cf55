package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
