package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.cli.command.CourseCommand;
import openweights.grading.roster.Attendance;
import openweights.grading.roster.Roster;
import openweights.grading.roster.RosterImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "roster",
        description = {
            "Keep the list of students, grading/roster.csv, and say who has not submitted.",
            "A list is read as Canvas, Moodle, or Gradescope export it; columns are found by their titles."
        })
public final class RosterCommand extends CourseCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The platform's list of students, which replaces the present one.")
    private @Nullable Path file;

    @Option(
            names = "--for",
            paramLabel = "EXERCISE",
            description = "Name who has not submitted this exercise. The exit code is then 1.")
    private @Nullable String exercise;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    protected void run() throws IOException {
        Path place = context.roster();
        if (file != null) {
            List<String> unused = RosterImport.replace(place, file);
            if (!unused.isEmpty()) {
                err().println("columns left out: " + String.join(", ", unused));
            }
        }
        Roster roster = Roster.read(place);
        println("students: %d, in %s".formatted(roster.people().size(), place));
        if (exercise != null) {
            Attendance attendance = Attendance.of(roster, context.folder(exercise));
            print(attendance);
            expect(attendance.absent().isEmpty());
        }
    }
}
