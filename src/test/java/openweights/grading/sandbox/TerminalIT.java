package openweights.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import openweights.Requirement;
import openweights.grading.run.SampleExercise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the probe in a terminal, as an instructor does; {@code script} provides the terminal. */
class TerminalIT {

    @BeforeAll
    static void findSandbox() {
        SampleExercise.sandbox();
    }

    private static String inTerminal(String command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder("script", "-qec", command, "/dev/null")
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            process.waitFor();
            return new String(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            Requirement.SANDBOX.missing("the program script (Debian's bsdutils) is not here.");
            return "";
        }
    }

    @Test
    void theSandboxHasNoTerminal() throws Exception {
        String opened = inTerminal("sh -c ': </dev/tty && echo it is there'");
        assertTrue(opened.contains("it is there"), opened);
        Path home = Path.of("").toAbsolutePath();
        Path target = home.resolve("target");
        String classPath = target.resolve("openweights.jar") + ":" + target.resolve("lib") + "/*";
        List<String> probe =
                List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "'-Dopenweights.home=" + home + "'",
                        "-cp '" + classPath + "'",
                        "openweights.cli.Main grade --probe");
        String said = inTerminal(String.join(" ", probe));
        assertTrue(said.matches("(?s).*stopped +type into the terminal.*"), said);
    }
}
