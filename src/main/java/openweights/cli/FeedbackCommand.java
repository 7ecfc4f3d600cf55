package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.course.grade.collect.Names;
import openweights.course.grade.report.Feedback;
import openweights.course.grade.score.Grade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Mixin private GradingDesk desk = new GradingDesk();

    @Override
    public Integer call() throws IOException {
        List<Grade> grades = desk.grades(name);
        Path folder = Files.createDirectories(desk.folder(name).resolve("feedback"));
        Feedback feedback = new Feedback(due);
        for (Grade grade : grades) {
            Path page = folder.resolve(Names.safe(grade.student()) + ".html");
            Files.writeString(page, feedback.page(grade));
        }
        System.out.printf("%d pages in %s%n", grades.size(), folder);
        return 0;
    }
}
