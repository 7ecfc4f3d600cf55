package openweights.runtime.setup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An external program that is run to completion.
 *
 * @param environment variables in addition to those of this process
 */
public record Program(List<String> command, Map<String, String> environment) {

    /** A program's exit status, and its standard output and error in one text. */
    public record Ended(int status, String output) {

        boolean well() {
            return status == 0;
        }
    }

    public static Program of(String... command) {
        return new Program(List.of(command), Map.of());
    }

    /**
     * Runs the program with an empty standard input.
     *
     * @throws IOException if it cannot be started
     */
    public Ended run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (InterruptedException e) {
            throw new InterruptedIOException(
                    "interrupted while " + command.get(0) + " was running");
        } finally {
            process.destroy();
        }
    }
}
