package openweights.cli.course;

import openweights.base.AtomicFile;
import openweights.course.exercise.print.Pdf;
import openweights.course.exercise.print.PrintedExercise;
import openweights.course.exercise.source.Exercise;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "print",
        description =
                "Write an exercise for an exam on paper, as one page of HTML that prints well:"
                    + " questions with ruled space, visible tests as examples, nothing of hidden"
                    + " ones.",
        mixinStandardHelpOptions = true)
final class ExercisePrintCommand implements Callable<Integer> {

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
    public Integer call() throws IOException {
        Exercise exercise = Exercise.read(place.exercises().select(List.of(name)).get(0));
        String file = exercise.id() + (solution ? "-solution" : "") + ".html";
        Path page = out == null ? Path.of(file) : out;
        AtomicFile.write(page, PrintedExercise.html(exercise, solution, paper));
        System.out.println(page);
        if (pdf) {
            Path printed = Path.of(page.toString().replaceFirst("(\\.html?)?$", ".pdf"));
            Pdf.print(page, printed);
            System.out.println(printed);
        }
        return 0;
    }
}
