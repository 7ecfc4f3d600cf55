package openweights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JVM of its own for a main class of the tests or of the course, with this one's class path.
 *
 * @param java the program
 * @param options those that a JVM does not know are ignored
 */
public record ForkedJvm(Path java, List<String> options) {

    /** The Java that runs this test. */
    public static ForkedJvm same(String... options) {
        return new ForkedJvm(
                Path.of(System.getProperty("java.home"), "bin", "java"), List.of(options));
    }

    /** Ready to start. */
    public ProcessBuilder program(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command);
    }

    /** Runs it to its end, which must be a good one: the lines of its output. */
    public List<String> lines(Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        return lines(program(main, arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** The same with what it says of errors among the lines. */
    public List<String> linesAndErrors(Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        return lines(program(main, arguments).redirectErrorStream(true));
    }

    private static List<String> lines(ProcessBuilder program)
            throws IOException, InterruptedException {
        Process process = program.start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), lines.toString());
        return lines;
    }
}
