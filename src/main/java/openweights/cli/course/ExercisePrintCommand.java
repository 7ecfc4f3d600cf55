package openweights.cli.course;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.cli.command.ExercisesOption;
import openweights.course.exercise.print.PrintedExercise;
import openweights.course.exercise.print.Printout;
import openweights.course.exercise.source.Exercise;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "print",
        description =
                "Write an exercise for an exam on paper, as one page of HTML that prints well: questions with ruled space, visible tests as examples, nothing from hidden ones.")
final class ExercisePrintCommand extends CourseCommand {

    @Parameters(paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Default: EXERCISE.html, or EXERCISE-solution.html, in this folder.")
    private @Nullable Path out;

    @Option(names = "--solution", description = "Write the key, with what each test gives.")
    private boolean solution;

    @Option(names = "--pdf", description = "Also print it to PDF; needs Chromium.")
    private boolean pdf;

    @Option(names = "--paper", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private PrintedExercise.Paper paper = PrintedExercise.Paper.A4;

    @Mixin private ExercisesOption place = new ExercisesOption();

    @Override
    protected void run() throws IOException {
        Exercise exercise = place.exercises().read(name);
        Printout printout = Printout.write(exercise, solution, paper, out);
        println(printout.page());
        if (pdf) {
            println(printout.pdf());
        }
    }
}
