package openweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import openweights.base.ErrorText;
import openweights.base.TerminalText;
import openweights.base.UserException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows what a user can fix as a message and ends with 2, or with 1 if it is a finding. Anything
 * else is a defect of the course: it is shown with its trace, and the process ends with 3.
 */
public final class ErrorHandler implements IExecutionExceptionHandler {

    private static final int FINDING = 1;

    /** The exit code after a defect of the course. */
    public static final int DEFECT = 3;

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        Exception cause =
                error instanceof UncheckedIOException unchecked ? unchecked.getCause() : error;
        PrintWriter err = command.getErr();
        if (cause instanceof UserException || cause instanceof IOException) {
            String message = TerminalText.printableLines(ErrorText.of(cause));
            err.println(command.getCommandSpec().qualifiedName() + ": " + message);
            boolean finding = cause instanceof UserException known && known.isFinding();
            return finding ? FINDING : CommandLine.ExitCode.USAGE;
        }
        return report(error, err);
    }

    /** Shows a defect and returns the exit code for it. */
    static int report(Throwable defect, PrintWriter err) {
        defect.printStackTrace(err);
        err.println(
                "This is a bug in the course, not your mistake. Please report it to the maintainers of your copy, with the command and all lines above.");
        err.flush();
        return DEFECT;
    }
}
