package openweights.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import openweights.cli.terminal.TextTable;
import openweights.stories.corpus.Facts;
import openweights.stories.corpus.Stories;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "corpus",
        description =
                "Show stories that the course's models learn from, and count what is in them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CorpusCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

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
            description = "Show so many stories. Default: ${DEFAULT-VALUE}")
    private int show;

    @Option(
            names = "--stories",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Count over so many stories. Default: ${DEFAULT-VALUE}")
    private int stories;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        if (stories < 2 || show < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--stories=%d --show=%d: count over 2 stories or more, and show 0 or more."
                            .formatted(stories, show));
        }
        Stories corpus = Stories.of(name, seed);
        Facts facts = Facts.of(corpus, stories);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        } else {
            for (int i = 0; i < show; i++) {
                out.println(corpus.train(i));
            }
            out.print(text(corpus, facts));
        }
        out.flush();
        return 0;
    }

    private static String text(Stories corpus, Facts facts) {
        TextTable table = new TextTable();
        table.row("corpus", corpus.name() + ", version " + corpus.version());
        table.row("counted over", format("%,d training stories", facts.stories()));
        table.row(
                "entropy",
                format(
                        "%.3f nats a story (standard error %.3f)",
                        facts.entropy(), facts.entropyError()));
        table.row("words and punctuation marks", spread(facts.words()));
        table.row("characters", spread(facts.characters()));
        table.row("different words", format("%d", facts.vocabulary().size()));
        table.row("repeated stories", format("%,d", facts.repeated()));
        facts.questions()
                .forEach(
                        (kind, count) ->
                                table.row(
                                        EvaluationText.name(kind),
                                        format("%.1f %%", 100.0 * count / facts.stories())));
        return "\n" + table + "\n" + String.join(" ", facts.vocabulary()) + "\n";
    }

    private static String spread(Facts.Spread spread) {
        return format(
                "%.1f on average; %d to %d, nine in ten from %d to %d",
                spread.mean(), spread.least(), spread.most(), spread.low(), spread.high());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
