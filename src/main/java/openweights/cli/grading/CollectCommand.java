package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.grading.submission.Collector;
import openweights.grading.submission.SubmissionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "collect",
        description =
                "Take submissions from a platform's archive into grading/EXERCISE/collected, every attempt.",
        mixinStandardHelpOptions = true)
public final class CollectCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "A zip archive as downloaded, or a folder.")
    private List<Path> sources;

    @Option(
            names = "--from",
            paramLabel = "PLATFORM",
            description =
                    "How files are named: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private SubmissionSource origin = SubmissionSource.FOLDER;

    @Mixin private GradingContext desk = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Collector collector = new Collector(desk.collected(name), origin);
        for (Path source : sources) {
            collector.collect(source);
        }
        collector.left().forEach(line -> System.err.println("left out: " + line));
        System.out.printf(
                "%d collected, %d left out%n", collector.taken().size(), collector.left().size());
        return collector.left().isEmpty() ? 0 : 1;
    }
}
