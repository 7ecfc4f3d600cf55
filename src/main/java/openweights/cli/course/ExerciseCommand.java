package openweights.cli.course;

import java.io.IOException;
import openweights.base.Home;
import openweights.course.exercise.source.Exercises;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "exercise",
        description = "Begin, check and release exercises.",
        subcommands = {ExerciseCheckCommand.class, ExerciseReleaseCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ExerciseCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "new",
            description = "Begin an exercise: write a small, complete one that you can change.",
            mixinStandardHelpOptions = true)
    int begin(
            @Parameters(
                            paramLabel = "NN-name",
                            description = "The number of its lesson and a name: 03-my-exercise.")
                    String id,
            @Parameters(paramLabel = "TITLE", description = "What students read at the top.")
                    String title)
            throws IOException {
        new Exercises(Home.locate()).begin(id, title);
        System.out.printf(
                "exercises/%s: edit its files, then run ./course exercise check %s%n", id, id);
        return CommandLine.ExitCode.OK;
    }
}
