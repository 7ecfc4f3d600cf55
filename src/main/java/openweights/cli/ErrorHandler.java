package openweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import openweights.base.TerminalText;
import openweights.base.UserException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows what a user can fix as a message and ends with 2. Anything else is a defect of the course:
 * it is shown with its trace, and the process ends with 3.
 */
public final class ErrorHandler implements IExecutionExceptionHandler {

    /** The exit code after a defect of the course. */
    public static final int DEFECT = 3;

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        Exception cause =
                error instanceof UncheckedIOException unchecked ? unchecked.getCause() : error;
        PrintWriter err = command.getErr();
        if (cause instanceof UserException || cause instanceof IOException) {
            String message = TerminalText.printableLines(message(cause));
            err.println("course " + command.getCommandName() + ": " + message);
            return CommandLine.ExitCode.USAGE;
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

    /** Java's own file errors often name only the file; the type says what went wrong. */
    private static String message(Exception error) {
        if (error.getMessage() == null) {
            return error.getClass().getSimpleName();
        }
        boolean bare =
                error instanceof FileSystemException file
                        && file.getReason() == null
                        && error.getMessage().equals(file.getFile())
                        && !error.getMessage().contains(": ");
        return bare ? error.getMessage() + problem(error) : error.getMessage();
    }

    private static String problem(Exception error) {
        if (error instanceof AccessDeniedException) {
            return ": cannot be read or written. Check its permissions, or name another place.";
        }
        if (error instanceof NoSuchFileException) {
            return ": there is no such file or folder. Check the path.";
        }
        if (error instanceof FileAlreadyExistsException) {
            return ": already exists and is not what is needed here. Name another place.";
        }
        return ": cannot be read or written (" + error.getClass().getSimpleName() + ").";
    }
}
