package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.CourseVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VersionTest {

    @TempDir Path home;

    @Test
    void withoutGitThereIsTheVersionAlone() {
        assertEquals("Open weights (not packaged)", CourseVersion.of(home));
    }

    @Test
    void theCommitAndWhatIsNotInIt() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "1");
        git("init", "-q");
        git("add", "file");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "One");
        git("tag", "v1");

        assertTrue(CourseVersion.of(home).matches(".* \\(commit [0-9a-f]{7,}\\)"), this::said);

        Files.writeString(file, "2");
        assertTrue(said().endsWith(", with uncommitted changes)"), this::said);
    }

    @Test
    void aRepositoryAroundTheCourseIsNotItsOwn() throws Exception {
        git("init", "-q");

        Path inside = Files.createDirectory(home.resolve("course"));

        assertEquals("Open weights (not packaged)", CourseVersion.of(inside));
    }

    @Test
    void theOptionPrintsCourseAndJava() {
        StringWriter out = new StringWriter();
        CommandLine main = Main.commandLine().setOut(new PrintWriter(out));

        assertEquals(0, main.execute("--version"));
        assertTrue(out.toString().matches("(?s)Open weights .*\\RJava \\d+.*"), out::toString);
    }

    private String said() {
        return CourseVersion.of(home);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).directory(home.toFile()).inheritIO().start();
        assertEquals(0, git.waitFor());
    }
}
