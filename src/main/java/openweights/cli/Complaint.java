package openweights.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import openweights.course.jupyter.SetUpException;
import openweights.model.ModelException;
import openweights.token.json.TokenizerException;
import openweights.train.lora.AdapterException;
import openweights.train.recipe.RecipeException;
import openweights.train.run.RunException;
import openweights.weights.WeightsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows an error that speaks for itself as its message alone and ends with 2. Any other one is a
 * defect of the course, and its trace helps to find it.
 */
final class Complaint implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed)
            throws Exception {
        if (!speaksForItself(error)) {
            throw error;
        }
        command.getErr().println("course " + command.getCommandName() + ": " + error.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    private static boolean speaksForItself(Exception error) {
        return error.getMessage() != null
                && (error instanceof SetUpException
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
