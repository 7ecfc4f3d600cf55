package openweights.cli.course;

import openweights.course.exercise.source.Exercises;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;

@Command(
        name = "exercise",
        description = "Begin, check, release and print exercises.",
        subcommands = {
            ExerciseCheckCommand.class,
            ExerciseReleaseCommand.class,
            ExercisePrintCommand.class
        },
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
        String own =
                exercises.equals(new Exercises(place.home()))
                        ? ""
                        : " --exercises " + exercises.folder();
        System.out.printf(
                "%s: edit its files, then run ./course exercise check %s%s%n",
                exercises.folder().resolve(id), id, own);
        return CommandLine.ExitCode.OK;
    }
}
