package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.cli.command.CourseCommand;
import openweights.cli.command.ExercisesOption;
import openweights.course.exercise.gate.GateKeeper;
import openweights.course.exercise.release.Edition;
import openweights.course.exercise.source.Exercise;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = {
            "Write the notebooks that students get. An exercise is released only if it passes the check; one that has passed unchanged is not checked again.",
            "By default they are written to notebooks/, where ./course lab finds them; those of a folder of your own (--exercises) into that folder."
        })
final class ExerciseReleaseCommand extends CourseCommand {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers. Default: all.")
    private List<String> names = List.of();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Write each release into FOLDER/EXERCISE/VERSION/.")
    private @Nullable Path folder;

    @Option(
            names = "--student",
            paramLabel = "NAME",
            description = "With --to: also write this student's variant. May be repeated.")
    private List<String> students = List.of();

    @Option(
            names = "--nbgrader",
            paramLabel = "FOLDER",
            description = "Write them as the source/ folder of an nbgrader course.")
    private @Nullable Path nbgrader;

    @Mixin private ExercisesOption place = new ExercisesOption();

    @Override
    protected void run() throws IOException {
        Edition edition = new Edition(place.exercises(), folder, students, nbgrader);
        GateKeeper keeper = new GateKeeper(place.home(), this::println, err()::println);
        for (Path each : place.exercises().select(names)) {
            boolean passes = keeper.hasPassed(each);
            expect(passes);
            if (passes) {
                println("released: " + edition.write(Exercise.read(each)));
            }
        }
    }
}
