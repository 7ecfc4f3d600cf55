package openweights.cli.grading;

import java.io.IOException;
import java.util.Optional;
import openweights.base.UserException;
import openweights.cli.command.CourseCommand;
import openweights.course.exercise.source.Exercise;
import openweights.grading.result.GradingFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about what was submitted for one exercise. */
abstract class GradingCommand extends CourseCommand {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Mixin private GradingContext context = new GradingContext();

    final GradingContext context() {
        return context;
    }

    final Exercise exercise() throws IOException {
        return context.exercises().read(name);
    }

    /**
     * The exercise, unless this is a machine that only has results; then that is said.
     *
     * @param without what is missing, for the message
     */
    final Optional<Exercise> exercise(String without) throws IOException {
        try {
            return Optional.of(exercise());
        } catch (UserException e) {
            err().println(without + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    final GradingFolder folder() {
        return context.folder(name);
    }
}
