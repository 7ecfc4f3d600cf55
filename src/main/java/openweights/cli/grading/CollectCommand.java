package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import openweights.grading.submission.Collector;
import openweights.grading.submission.SubmissionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "collect",
        description =
                "Collect every attempt from a platform's archive into grading/EXERCISE/collected.",
        mixinStandardHelpOptions = true)
public final class CollectCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "Such as 01-two-layers.")
    private String name;

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

    @Spec private CommandSpec spec;

    @Mixin private GradingContext context = new GradingContext();

    @Override
    public Integer call() throws IOException {
        Collector collector = new Collector(context.folder(name).collected(), platform);
        for (Path source : sources) {
            collector.collect(source);
        }
        collector
                .skipped()
                .forEach(line -> spec.commandLine().getErr().println("skipped: " + line));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d collected, %d skipped%n",
                        collector.collected().size(), collector.skipped().size());
        if (collector.collected().isEmpty() && collector.known() == 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "No notebook was found. Is it the right archive, and does --from name its platform? %s names files so: %s%n",
                            platform.name().toLowerCase(Locale.ROOT), platform.example());
            return 1;
        }
        return collector.skipped().isEmpty() ? 0 : 1;
    }
}
