package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfProcessTest {

    @Test
    void hasTheSameJavaOptionsAndClassPath() {
        List<String> command = SelfProcess.command(List.of("models", "--json"));
        assertTrue(Files.isExecutable(Path.of(command.get(0))), command.get(0));
        assertTrue(command.containsAll(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        assertEquals(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "openweights.cli.Main",
                        "models",
                        "--json"),
                command.subList(command.size() - 5, command.size()));
    }

    @Test
    void runsTheCommandLine() throws Exception {
        Process process =
                new ProcessBuilder(SelfProcess.command(List.of("--help")))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        byte[] answer = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        assertTrue(new String(answer, StandardCharsets.UTF_8).startsWith("Usage: course"));
    }
}
