package openweights.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import openweights.base.UserException;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.json.TokenizerException;
import openweights.engine.train.lora.AdapterException;
import openweights.engine.train.recipe.RecipeException;
import openweights.engine.train.run.RunException;
import openweights.engine.weights.WeightsException;
import openweights.runtime.setup.SetUpException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows an error that speaks for itself as its message alone and ends with 2. Any other one is a
 * defect of the course, and its trace helps to find it.
 */
public final class ErrorHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed)
            throws Exception {
        if (!speaksForItself(error)) {
            throw error;
        }
        command.getErr().println("course " + command.getCommandName() + ": " + words(error));
        return CommandLine.ExitCode.USAGE;
    }

    /** Java's own errors of files say where, and not what: the type does. */
    private static String words(Exception error) {
        if (error instanceof UncheckedIOException
                && error.getCause() instanceof IOException cause) {
            return words(cause);
        }
        String words = Objects.requireNonNullElseGet(error.getMessage(), error::toString);
        if (!(error instanceof FileSystemException file)
                || file.getReason() != null
                || !words.equals(file.getFile())
                || words.contains(": ")) {
            return words;
        }
        return words + what(file);
    }

    private static String what(FileSystemException error) {
        if (error instanceof AccessDeniedException) {
            return ": may not be read or written. Look at its permissions, or name another place.";
        }
        if (error instanceof NoSuchFileException) {
            return ": there is no such file or folder. Check the path.";
        }
        if (error instanceof FileAlreadyExistsException) {
            return ": is there already, and is not what is needed here. Name another place.";
        }
        return ": cannot be read or written (" + error.getClass().getSimpleName() + ").";
    }

    private static boolean speaksForItself(Exception error) {
        return error.getMessage() != null
                && (error instanceof UserException
                        || error instanceof SetUpException
                        || error instanceof TokenizerException
                        || error instanceof ModelException
                        || error instanceof WeightsException
                        || error instanceof RecipeException
                        || error instanceof RunException
                        || error instanceof AdapterException
                        || error instanceof IOException
                        || error instanceof UncheckedIOException
                        || error instanceof IllegalStateException
                        || error instanceof IllegalArgumentException);
    }
}
