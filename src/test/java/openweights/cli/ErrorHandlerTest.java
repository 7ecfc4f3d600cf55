package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorHandlerTest {

    private final StringWriter err = new StringWriter();

    /** A command that fails. */
    @Command(name = "course fail")
    private record Failing(Throwable failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private int fail(Throwable failure) {
        CommandLine command =
                new CommandLine(new Failing(failure))
                        .setExecutionExceptionHandler(new ErrorHandler())
                        .setErr(new PrintWriter(err, true));
        return Main.run(command);
    }

    static Stream<Arguments> whatAUserCanFix() {
        return Stream.of(
                Arguments.of(new UserException("x: is wrong. Do this."), "x: is wrong. Do this."),
                Arguments.of(new IOException("x: is full."), "x: is full."),
                Arguments.of(
                        new NoSuchFileException("x"),
                        "x: there is no such file or folder. Check the path."),
                Arguments.of(
                        new UncheckedIOException(new AccessDeniedException("x")),
                        "x: cannot be read or written. Check its permissions, or name another place."),
                Arguments.of(
                        new FileAlreadyExistsException("x"),
                        "x: already exists and is not what is needed here. Name another place."),
                Arguments.of(
                        new FileAlreadyExistsException("x: is there already."),
                        "x: is there already."));
    }

    @ParameterizedTest
    @MethodSource("whatAUserCanFix")
    void showsWhatAUserCanFixWithoutATrace(Exception failure, String message) {
        assertEquals(CommandLine.ExitCode.USAGE, fail(failure));
        assertEquals("course fail: " + message + System.lineSeparator(), err.toString());
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new IllegalArgumentException("length 3, not 4"),
                new IllegalStateException("closed"),
                new NullPointerException(),
                new AssertionError("impossible"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void showsTheTraceOfADefectAndWhatToDo(Throwable defect) {
        assertEquals(3, fail(defect));
        String text = err.toString();
        assertTrue(text.startsWith(defect.toString()), text);
        assertTrue(text.contains("\tat " + ErrorHandlerTest.class.getName()), text);
        assertTrue(text.lines().toList().get(text.lines().toList().size() - 1).contains("bug"));
    }

    @Test
    void everyExitCodeIsInTheHelp() {
        String help = Main.commandLine().getUsageMessage();
        assertTrue(help.contains("3   a bug in the course"), help);
    }

    @Test
    void damagedDataIsAFinding() {
        UserException damaged =
                new UserException("x: is damaged.") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean isFinding() {
                        return true;
                    }
                };
        assertEquals(1, fail(damaged));
        assertEquals("course fail: x: is damaged.\n", err.toString().replace("\r\n", "\n"));
    }
}
