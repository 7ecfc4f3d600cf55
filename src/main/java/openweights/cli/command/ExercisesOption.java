package openweights.cli.command;

import java.nio.file.Path;
import openweights.base.Home;
import openweights.course.exercise.source.Exercises;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of exercises that a command works on. */
public final class ExercisesOption {

    @Option(
            names = "--exercises",
            paramLabel = "FOLDER",
            description =
                    "A folder of your own exercises. Default: exercises in the course's folder.")
    private @Nullable Path folder;

    private final Home home = Home.locate();

    /** The course. */
    public Home home() {
        return home;
    }

    /** The folder that was named, or that of the course. */
    public Exercises exercises() {
        return folder == null
                ? new Exercises(home)
                : new Exercises(home, folder.toAbsolutePath().normalize());
    }
}
