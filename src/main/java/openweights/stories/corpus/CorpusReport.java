package openweights.stories.corpus;

import java.util.Locale;
import openweights.base.Json;
import openweights.base.TextTable;

/** The statistics of a corpus, as text and as JSON. */
public record CorpusReport(Stories corpus, Facts facts) {

    /** Counts over so many training stories. */
    public static CorpusReport of(Stories corpus, int stories) {
        return new CorpusReport(corpus, Facts.of(corpus, stories));
    }

    /** The facts as JSON; their components are the keys, in snake case. */
    public String json() {
        return Json.prettySnakeCase(facts) + "\n";
    }

    /** The first stories, a table of the facts, and the vocabulary. */
    public String text(int shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            text.append(corpus.train(i)).append(System.lineSeparator());
        }
        return text.append('\n').append(table()).append('\n')
                + String.join(" ", facts.vocabulary())
                + "\n";
    }

    private TextTable table() {
        TextTable table = new TextTable();
        table.row("corpus", corpus.name() + ", version " + corpus.version());
        table.row("counted over", format("%,d training stories", facts.stories()));
        table.row(
                "entropy",
                format(
                        "%.3f nats per story (standard error %.3f)",
                        facts.entropy(), facts.entropyError()));
        table.row("words and punctuation marks", spread(facts.words()));
        table.row("characters", spread(facts.characters()));
        table.row("different words", facts.vocabulary().size());
        table.row("repeated stories", format("%,d", facts.repeated()));
        facts.questions()
                .forEach((kind, count) -> table.row(kind.words(), percent(count, facts.stories())));
        return table;
    }

    private static String percent(int count, int of) {
        return format("%.1f %%", 100.0 * count / of);
    }

    private static String spread(Facts.Spread spread) {
        return format(
                "%.1f on average; %d to %d, 90 %% from %d to %d",
                spread.mean(), spread.least(), spread.most(), spread.low(), spread.high());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
