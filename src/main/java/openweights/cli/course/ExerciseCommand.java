package openweights.cli.course;

import java.io.IOException;
import openweights.cli.command.CourseCommand;
import openweights.cli.command.ExercisesOption;
import openweights.course.exercise.source.Exercises;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "exercise",
        description = "Begin, check, release, and print exercises.",
        subcommands = {
            ExerciseCheckCommand.class,
            ExerciseReleaseCommand.class,
            ExercisePrintCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ExerciseCommand extends CourseCommand {

    @Override
    protected void run() {
        help();
    }

    @Command(
            name = "new",
            description = "Begin an exercise: write a small, complete one that you can change.",
            mixinStandardHelpOptions = true)
    int begin(
            @Parameters(
                            paramLabel = "NN-name",
                            description =
                                    "Two digits and a name: 03-my-exercise belongs to lesson 03,"
                                            + " 90-my-topic to none.")
                    String id,
            @Parameters(paramLabel = "TITLE", description = "What students read at the top.")
                    String title,
            @Mixin ExercisesOption place)
            throws IOException {
        Exercises exercises = place.exercises();
        exercises.begin(id, title);
        println(
                "%s: edit its files, then run ./course exercise check %s"
                        .formatted(exercises.folder().resolve(id), exercises.again(id)));
        return CommandLine.ExitCode.OK;
    }
}
