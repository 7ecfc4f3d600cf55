package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.base.UserException;
import openweights.course.exercise.source.Exercise;
import openweights.grading.decision.Journal;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.score.Grades;
import openweights.grading.score.ManualSheet;
import openweights.grading.submission.Answers;
import openweights.grading.submission.Submission;
import openweights.grading.submission.UnreadableSubmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "review",
        description = {
            "Write a table of what a person must decide, with the answers and what the tests gave: grading/EXERCISE/manual.csv. Fill in points and, if you like, a comment for the student; they replace the points of the tests.",
            "What you filled in stays when submissions are graded again. The exit code is 1 while rows have no points."
        },
        mixinStandardHelpOptions = true)
public final class ReviewCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--all", description = "Add a row for every question of every student.")
    private boolean all;

    @Spec private CommandSpec spec;
    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        GradingFolder folder = context.folder(name);
        Path file = folder.manualSheet();
        Optional<Exercise> exercise = exercise();
        int waiting =
                ManualSheet.read(file)
                        .add(
                                folder.latest(),
                                all,
                                new Journal(folder.decisions()).decisions(),
                                (result, question) ->
                                        exercise.map(each -> answer(each, result, question))
                                                .orElse(""));
        spec.commandLine().getOut().printf("%d rows without points in %s%n", waiting, file);
        List<String> findings = Grades.of(folder).findings();
        findings.forEach(spec.commandLine().getErr()::println);
        return waiting == 0 && findings.isEmpty() ? 0 : 1;
    }

    /**
     * Where to look for answers. Points can be given without, on a machine that only has results.
     */
    private Optional<Exercise> exercise() throws IOException {
        try {
            return Optional.of(context.exercise(name));
        } catch (UserException e) {
            spec.commandLine().getErr().println("The table has no answers: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** As the student wrote it; empty if the file is gone or cannot be read. */
    private static String answer(Exercise exercise, Result result, String question) {
        Submission submission = new Submission(result.student(), Path.of(result.file()));
        try {
            return Answers.read(submission.content(), exercise)
                    .sources()
                    .getOrDefault(question, "");
        } catch (UnreadableSubmission e) {
            return "";
        }
    }
}
