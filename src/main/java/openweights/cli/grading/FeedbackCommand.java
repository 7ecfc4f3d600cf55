package openweights.cli.grading;

import java.io.IOException;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Journal;
import openweights.grading.export.FeedbackPack;
import openweights.grading.report.Explanation;
import openweights.grading.report.Feedback;
import openweights.grading.report.FeedbackFolder;
import openweights.grading.result.GradingFolder;
import openweights.grading.roster.Roster;
import openweights.grading.score.Grades;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "feedback",
        description = {
            "Write a page for each student into grading/EXERCISE/feedback: the code with comments at its lines, the tests with their hints, and what a person decided.",
            "--for packs the pages so that the platform hands each student the right one."
        })
public final class FeedbackCommand extends GradingCommand {

    @Option(names = "--after-due", description = "Include what tests withhold until the due date.")
    private boolean due;

    @Option(
            names = "--for",
            paramLabel = "PLATFORM",
            description = "Also pack the pages for upload: ${COMPLETION-CANDIDATES}.")
    private FeedbackPack.@Nullable Platform platform;

    @Override
    protected void run() throws IOException {
        GradingFolder grading = folder();
        Grades grades = Grades.of(grading);
        Feedback feedback = new Feedback(due, explanation(grading));
        Roster roster = Roster.read(Roster.file(grading.path().resolveSibling("")));
        int pages = new FeedbackFolder(grading.feedback()).write(feedback, grades.all(), roster);
        println("pages: %d, in %s".formatted(pages, grading.feedback()));
        if (platform != null) {
            FeedbackPack pack = FeedbackPack.write(platform, feedback, grades.all(), grading);
            println(pack.file());
            pack.finding().ifPresent(this::finding);
        }
        grades.findings().forEach(this::finding);
    }

    private Explanation explanation(GradingFolder grading) throws IOException {
        Decisions decisions = new Journal(grading.decisions()).decisions();
        return exercise("The pages have no code")
                .map(exercise -> Explanation.of(exercise, decisions))
                .orElseGet(() -> Explanation.without(decisions));
    }
}
