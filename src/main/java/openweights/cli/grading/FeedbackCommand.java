package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.base.TerminalText;
import openweights.base.UserException;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "feedback",
        description = {
            "Write a page for each student into grading/EXERCISE/feedback: the code with comments"
                    + " at its lines, the tests with their hints, and what a person decided.",
            "--for packs the pages so that the platform hands each student the right one."
        },
        mixinStandardHelpOptions = true)
public final class FeedbackCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--after-due", description = "Include what tests withhold until the due date.")
    private boolean due;

    @Option(
            names = "--for",
            paramLabel = "PLATFORM",
            description = "Also pack the pages for upload: ${COMPLETION-CANDIDATES}.")
    private FeedbackPack.@Nullable Platform platform;

    @Spec private CommandSpec spec;
    @Mixin private Findings findings = new Findings();
    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        GradingFolder grading = context.folder(name);
        Grades grades = Grades.of(grading);
        Path folder = grading.feedback();
        Feedback feedback = new Feedback(due, explanation(grading));
        Roster roster = Roster.read(Roster.file(grading.path().resolveSibling("")));
        int pages = new FeedbackFolder(folder).write(feedback, grades.all(), roster);
        spec.commandLine().getOut().printf("%d pages in %s%n", pages, folder);
        if (platform != null) {
            pack(FeedbackPack.write(platform, feedback, grades.all(), grading));
        }
        grades.findings().forEach(findings::add);
        return findings.any() ? 1 : 0;
    }

    private void pack(FeedbackPack pack) {
        spec.commandLine().getOut().println(pack.file());
        if (!pack.missing().isEmpty()) {
            findings.add(
                    "not in the archive, because their submissions were not collected from this"
                            + " platform: "
                            + TerminalText.printable(String.join(", ", pack.missing())));
        }
    }

    /**
     * Without the exercise, on a machine that only has results, pages have no code and no hints.
     */
    private Explanation explanation(GradingFolder grading) throws IOException {
        Decisions decisions = new Journal(grading.decisions()).decisions();
        try {
            return Explanation.of(context.exercise(name), decisions);
        } catch (UserException e) {
            spec.commandLine().getErr().println("The pages have no code: " + e.getMessage());
            return Explanation.without(decisions);
        }
    }
}
