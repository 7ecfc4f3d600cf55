package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    /** A program that would write many million stories. */
    @Test
    void aCommandEndsWhenItsReaderHasEnded() throws Exception {
        Process process = start("corpus", "--stories", "2", "--show", "400000");
        try (InputStream out = process.getInputStream()) {
            assertEquals(100, out.readNBytes(100).length);
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it goes on");
        assertEquals(StandardOutput.CLOSED, process.exitValue());
    }

    @Test
    void everythingIsWrittenWhenSomebodyReads() throws Exception {
        Process process = start("tokenize", "lessons/models/seedling", "größer");
        String out = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor());
        assertTrue(out.endsWith("tokens for 8 bytes: 1.00 bytes per token\n"), out);
    }

    private static Process start(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SelfProcess.command(List.of(arguments)));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
