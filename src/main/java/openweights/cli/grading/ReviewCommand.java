package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import openweights.course.exercise.source.Exercise;
import openweights.grading.decision.Journal;
import openweights.grading.result.GradingFolder;
import openweights.grading.score.Grades;
import openweights.grading.score.ManualSheet;
import openweights.grading.score.WrittenAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "review",
        description = {
            "Write a table of what a person must decide, with the answers and what the tests gave: grading/EXERCISE/manual.csv. Fill in points and, if you like, a comment for the student; they replace the points of the tests.",
            "What you filled in stays when submissions are graded again. The exit code is 1 while rows have no points."
        })
public final class ReviewCommand extends GradingCommand {

    @Option(names = "--all", description = "Add a row for every question of every student.")
    private boolean all;

    @Override
    protected void run() throws IOException {
        GradingFolder folder = folder();
        Path file = folder.manualSheet();
        Optional<Exercise> exercise = exercise("The table has no answers");
        int waiting =
                ManualSheet.read(file)
                        .add(
                                folder.latest(),
                                all,
                                new Journal(folder.decisions()).decisions(),
                                new WrittenAnswers(exercise));
        println("rows without points: %d, in %s".formatted(waiting, file));
        Grades.of(folder).findings().forEach(this::finding);
        expect(waiting == 0);
    }
}
