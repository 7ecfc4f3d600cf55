package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.grading.report.Feedback;
import openweights.grading.score.Grade;
import openweights.grading.score.Grades;
import openweights.grading.submission.FileNames;
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

    @Option(
            names = "--after-due",
            description = "Tell also what tests keep back until the date has passed.")
    private boolean due;

    @Spec private CommandSpec spec;
    @Mixin private GradingContext desk = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Grades grades = desk.grades(name);
        Path folder = Files.createDirectories(desk.folder(name).resolve("feedback"));
        Feedback feedback = new Feedback(due);
        for (Grade grade : grades.all()) {
            Path page = folder.resolve(FileNames.safe(grade.student()) + ".html");
            Files.writeString(page, feedback.page(grade));
        }
        spec.commandLine().getOut().printf("%d pages in %s%n", grades.all().size(), folder);
        grades.findings().forEach(spec.commandLine().getErr()::println);
        return grades.findings().isEmpty() ? 0 : 1;
    }
}
