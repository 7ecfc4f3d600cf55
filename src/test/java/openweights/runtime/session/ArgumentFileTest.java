package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {

    @TempDir Path folder;

    /** Java's launcher itself reads the file and passes on what it found. */
    @Test
    void launcherReadsBackWhatWasWritten() throws IOException, InterruptedException {
        List<String> odd =
                List.of("two words", "back\\slash", "quo\"te", "#no comment", "Größe ✓", "");
        Files.writeString(
                folder.resolve("Echo.java"),
                """
                class Echo {
                    public static void main(String[] a) {
                        for (String s : a) {
                            new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8).println(s);
                        }
                    }
                }
                """);
        List<String> all =
                new java.util.ArrayList<>(List.of(folder.resolve("Echo.java").toString()));
        all.addAll(odd);
        Path file = folder.resolve("with blank.args");
        ArgumentFile.write(file, all);
        ProcessBuilder java =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + file);
        java.environment().put("LC_ALL", "C.UTF-8");
        Process echo = java.redirectErrorStream(true).start();
        String said = new String(echo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, echo.waitFor(), said);
        assertEquals(String.join("\n", odd) + "\n", said);
    }
}
