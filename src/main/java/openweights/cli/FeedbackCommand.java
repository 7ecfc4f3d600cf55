package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.course.grade.collect.Names;
import openweights.course.grade.report.Feedback;
import openweights.course.grade.score.Grade;
import openweights.course.grade.score.Grades;
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
final class FeedbackCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Option(
            names = "--after-due",
            description = "Tell also what tests keep back until the date has passed.")
    private boolean due;

    @Spec private CommandSpec spec;
    @Mixin private GradingDesk desk = new GradingDesk();

    @Override
    public Integer call() throws IOException {
        Grades grades = desk.grades(name);
        Path folder = Files.createDirectories(desk.folder(name).resolve("feedback"));
        Feedback feedback = new Feedback(due);
        for (Grade grade : grades.all()) {
            Path page = folder.resolve(Names.safe(grade.student()) + ".html");
            Files.writeString(page, feedback.page(grade));
        }
        spec.commandLine().getOut().printf("%d pages in %s%n", grades.all().size(), folder);
        grades.findings().forEach(spec.commandLine().getErr()::println);
        return grades.findings().isEmpty() ? 0 : 1;
    }
}
