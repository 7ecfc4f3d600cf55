package openweights.cli.engine;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import openweights.stories.corpus.CorpusReport;
import openweights.stories.corpus.Stories;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "corpus",
        description = "Show stories that the course's models are trained on, and their statistics.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CorpusCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            defaultValue = "whereabouts",
            description = "The kind of story: whereabouts or hunts. Default: ${DEFAULT-VALUE}")
    private String name;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The corpus of this seed. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many stories to show. Default: ${DEFAULT-VALUE}")
    private int show;

    @Option(
            names = "--stories",
            paramLabel = "N",
            defaultValue = "50000",
            description =
                    "How many stories to compute the statistics of. Default: ${DEFAULT-VALUE}")
    private int stories;

    @Option(names = "--json", description = "Print the statistics as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (stories < 2 || show < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    String.format(
                            Locale.ROOT,
                            "--stories=%d --show=%d: count at least 2 stories, and show 0 or more.",
                            stories,
                            show));
        }
        CorpusReport report = CorpusReport.of(Stories.of(name, seed), stories);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.text(show));
        out.flush();
        return 0;
    }
}
