package openweights.cli.engine;

import openweights.cli.command.CourseCommand;
import openweights.stories.corpus.CorpusReport;
import openweights.stories.corpus.Stories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "corpus",
        description = "Show stories that the course's models are trained on, and their statistics.",
        sortOptions = false)
public final class CorpusCommand extends CourseCommand {

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            description = "The kind of story: whereabouts or hunts. Default: ${DEFAULT-VALUE}")
    private String name = "whereabouts";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The corpus of this seed. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--show",
            paramLabel = "N",
            description = "How many stories to show. Default: ${DEFAULT-VALUE}")
    private int show = 5;

    @Option(
            names = "--stories",
            paramLabel = "N",
            description =
                    "How many stories to compute the statistics of. Default: ${DEFAULT-VALUE}")
    private int stories = 50000;

    @Option(names = "--json", description = "Print the statistics as JSON.")
    private boolean json;

    @Override
    protected void run() {
        if (stories < 2 || show < 0) {
            throw misuse(
                    "--stories=%s --show=%s: count at least 2 stories, and show 0 or more."
                            .formatted(stories, show));
        }
        CorpusReport report = CorpusReport.of(Stories.of(name, seed), stories);
        print(json ? report.json() : report.text(show));
    }
}
