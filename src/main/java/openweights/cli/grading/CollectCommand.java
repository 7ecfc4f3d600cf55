package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import openweights.course.exercise.source.Exercise;
import openweights.grading.submission.Collector;
import openweights.grading.submission.SubmissionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "collect",
        description =
                "Collect every attempt from a platform's archive into grading/EXERCISE/collected.")
public final class CollectCommand extends GradingCommand {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "A zip archive as you downloaded it, or a folder.")
    private List<Path> sources;

    @Option(
            names = "--from",
            paramLabel = "PLATFORM",
            description =
                    "The platform, which decides how files are named: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private SubmissionSource platform = SubmissionSource.FOLDER;

    @Override
    protected void run() throws IOException {
        Optional<Exercise> unused = exercise("collected all the same");
        Collector collector = new Collector(folder().collected(), platform, folder().id());
        for (Path source : sources) {
            collector.collect(source);
        }
        collector.skipped().forEach(line -> finding("skipped: " + line));
        println(collector);
        collector.advice().ifPresent(this::finding);
    }
}
