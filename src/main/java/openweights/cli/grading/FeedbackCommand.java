package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.grading.report.Feedback;
import openweights.grading.result.GradingFolder;
import openweights.grading.score.Grades;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "feedback",
        description = "Write a page for each student into grading/EXERCISE/feedback.",
        mixinStandardHelpOptions = true)
public final class FeedbackCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(names = "--after-due", description = "Include what tests withhold until the due date.")
    private boolean due;

    @Spec private CommandSpec spec;
    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        GradingFolder grading = context.folder(name);
        Grades grades = Grades.of(grading);
        Path folder = grading.feedback();
        new Feedback(due).write(grades.all(), folder);
        spec.commandLine().getOut().printf("%d pages in %s%n", grades.all().size(), folder);
        grades.findings().forEach(spec.commandLine().getErr()::println);
        return grades.findings().isEmpty() ? 0 : 1;
    }
}
