package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.cli.command.CourseCommand;
import openweights.cli.command.ExercisesOption;
import openweights.course.exercise.gate.GateKeeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Prove that exercises are graded correctly: the starter scores 0; the solution scores all points in several languages and time zones; each answer in right/ scores all points; each mistake in wrong/ loses the points it states; every test can fail; no small change of the solution goes unnoticed; and the release contains no secrets.",
            "This runs the author's own code without a sandbox."
        })
final class ExerciseCheckCommand extends CourseCommand {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers. Default: all.")
    private List<String> names = List.of();

    @Mixin private ExercisesOption place = new ExercisesOption();

    @Override
    protected void run() throws IOException {
        GateKeeper keeper = new GateKeeper(place.home(), this::println, err()::println);
        for (Path folder : place.exercises().select(names)) {
            expect(keeper.passes(folder));
        }
    }
}
