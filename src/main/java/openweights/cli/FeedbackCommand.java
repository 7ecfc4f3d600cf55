package openweights.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import openweights.course.grade.Result;
import openweights.course.grade.collect.Names;
import openweights.course.grade.report.Feedback;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() throws IOException {
        GradingDesk desk = new GradingDesk();
        Collection<Result> results = desk.latest(name);
        Path folder = Files.createDirectories(desk.folder(name).resolve("feedback"));
        Feedback feedback = new Feedback(due);
        for (Result result : results) {
            Path page = folder.resolve(Names.safe(result.student()) + ".html");
            Files.writeString(page, feedback.page(result));
        }
        System.out.printf("%d pages in %s%n", results.size(), folder);
        return 0;
    }
}
