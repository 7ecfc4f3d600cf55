package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.ByteSize;
import openweights.base.Home;
import openweights.base.UserException;
import openweights.cli.command.CourseCommand;
import openweights.course.exercise.source.Exercise;
import openweights.grading.autograder.AutograderZip;
import openweights.grading.autograder.ClassroomFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "autograder",
        description = {
            "Let a platform grade an exercise at each submission.",
            "Gradescope takes an archive with the grader and all tests. A repository for GitHub Classroom gets the visible tests only, because students can read it."
        })
public final class AutograderCommand extends CourseCommand {

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

    @Mixin private GradingContext context = new GradingContext();

    @Override
    protected void run() throws IOException {
        if (zip == null && classroom == null) {
            throw new UserException(
                    "choose a platform: --gradescope FILE.zip or --classroom FOLDER.");
        }
        Exercise exercise = context.exercises().read(name);
        if (zip != null) {
            AutograderZip.write(exercise, Home.locate(), zip);
            println(zip + ": " + ByteSize.of(Files.size(zip)));
        }
        if (classroom != null) {
            ClassroomFolder.write(exercise, context.exercises(), classroom);
            println(classroom);
        }
    }
}
