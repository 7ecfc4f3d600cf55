package openweights.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import openweights.base.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // It has no Unix users.
class SharedCourseTest {

    @TempDir private Path folder;
    private Home project;

    @BeforeEach
    void install() throws IOException {
        rights(folder, "rwxr-xr-x");
        project = new Home(folder.resolve("course"));
        Files.createDirectory(folder.resolve("hub"));
        for (Path file : List.of(project.python(), project.jar())) {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private List<String> about(Path place) throws IOException {
        return new SharedCourse(project, folder.resolve("hub"))
                .objections().stream().filter(each -> each.contains(place.toString())).toList();
    }

    @Test
    void findsSolutionsThatStudentsCanRead() throws IOException {
        Path solutions = Files.createDirectory(project.exercises());
        rights(solutions, "rwxr-xr-x");
        assertEquals(
                List.of(
                        "Students can enter %s, which holds solutions or points. Close it: chmod o-rwx '%s'"
                                .formatted(solutions, solutions)),
                about(solutions));
        rights(solutions, "rwxr-x---");
        assertEquals(List.of(), about(solutions));
    }

    /** The environment's Python is a link, here to one in a folder that is somebody's own. */
    @Test
    void findsWhatStudentsCannotReach() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("root"));
        Path python = Files.createFile(closed.resolve("python3"));
        Files.delete(project.python());
        Files.createSymbolicLink(project.python(), python);
        rights(closed, "rwxr-xr-x");
        assertEquals(List.of(), about(closed));
        rights(closed, "rwx------");
        List<String> objections = about(closed);
        assertEquals(1, objections.size());
        assertTrue(
                objections
                        .get(0)
                        .startsWith(
                                "Students cannot use %s, a link to %s, because only some users may enter %s. Delete '%s'"
                                        .formatted(
                                                project.python(), python, closed, project.venv())),
                objections.get(0));
        assertTrue(
                objections.get(0).endsWith("./course hub " + folder.resolve("hub")),
                objections.get(0));
    }

    /** Students pass through the hub's folder on the way to what they hand in. */
    @Test
    void findsAHubThatStudentsCannotReach() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path hub = Files.createDirectory(closed.resolve("hub"));
        rights(closed, "rwx------");
        List<String> objections = new SharedCourse(project, hub).objections();
        assertTrue(objections.get(0).startsWith("Students cannot use " + hub), "" + objections);
        assertTrue(objections.get(0).endsWith("such as /srv."), "" + objections);
    }
}
