package openweights.cli.grading;

import openweights.base.ByteSize;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.autograder.AutograderZip;
import openweights.grading.autograder.ClassroomFolder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "autograder",
        description = {
            "Let a platform grade an exercise at each submission.",
            "Gradescope takes an archive with the grader and all tests. A repository for GitHub"
                    + " Classroom gets the visible tests only, because students can read it."
        },
        mixinStandardHelpOptions = true)
public final class AutograderCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--gradescope",
            paramLabel = "FILE.zip",
            description = "Write the archive that Gradescope calls an autograder. Keep it private.")
    private @Nullable Path zip;

    @Option(
            names = "--classroom",
            paramLabel = "FOLDER",
            description = "Write the files of the repository that students start from.")
    private @Nullable Path classroom;

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        if (zip == null && classroom == null) {
            throw new UserException("say for what: --gradescope FILE.zip or --classroom FOLDER.");
        }
        Exercise exercise = context.exercise(name);
        if (zip != null) {
            AutograderZip.write(exercise, Home.locate(), zip);
            spec.commandLine().getOut().printf("%s: %s%n", zip, ByteSize.of(Files.size(zip)));
        }
        if (classroom != null) {
            ClassroomFolder.write(exercise, classroom);
            spec.commandLine().getOut().println(classroom);
        }
        return 0;
    }
}
