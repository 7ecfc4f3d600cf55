package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir private Path folder;
    private String before;

    @BeforeEach
    void forgetTheProperty() {
        before = System.clearProperty(Home.HOME_PROPERTY);
    }

    @AfterEach
    void restoreTheProperty() {
        System.clearProperty(Home.HOME_PROPERTY);
        if (before != null) {
            System.setProperty(Home.HOME_PROPERTY, before);
        }
    }

    @Test
    void isWhatThePropertyNames() {
        System.setProperty(Home.HOME_PROPERTY, folder.toString());
        assertEquals(folder.toAbsolutePath(), Home.locate().root());
    }

    @Test
    void isFoundFromTheWorkingFolder() {
        Home home = Home.find().orElseThrow();
        assertEquals(home, Home.locate());
        assertTrue(Files.exists(home.root().resolve("pom.xml")));
        assertTrue(Files.isDirectory(home.lessons()));
    }

    @Test
    void rootIsAbsoluteAndNormal() {
        assertEquals(Path.of("").toAbsolutePath().resolve("x"), new Home(Path.of("y/../x")).root());
    }

    @Test
    void everythingLiesInside() {
        Home home = new Home(folder);
        assertTrue(
                List.of(
                                home.lessons(),
                                home.exercises(),
                                home.notebooks(),
                                home.work(),
                                home.sources(),
                                home.jar(),
                                home.libraries(),
                                home.python(),
                                home.venvProgram("jupyter"),
                                home.state())
                        .stream()
                        .allMatch(path -> path.startsWith(home.root())));
        assertEquals(
                List.of(home.lessons().resolve("models"), home.state().resolve("models")),
                home.modelPlaces());
    }

    /** The working folder of a process cannot change, so this runs in a process of its own. */
    @Test
    void saysWhatToDoOutsideOfACourse() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                Outside.class.getName())
                        .directory(folder.toFile())
                        .start();
        String answer = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor());
        assertEquals(
                folder.toRealPath()
                        + ": neither this folder nor one above it holds the course (pom.xml and lessons/). Change to the course's folder.",
                answer.strip());
    }

    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    static final class Outside {
        public static void main(String[] arguments) {
            try {
                System.out.println(Home.locate());
            } catch (UserException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
