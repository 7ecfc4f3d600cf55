package openweights.engine.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import openweights.base.TerminalText;
import openweights.base.TextTable;
import openweights.engine.token.Tokenizer;

/**
 * The probabilities of the next token after each step of sampling.
 *
 * <pre>{@code
 * SamplerSettings settings = new SamplerSettings(1, 0.8, 40, 0.95, 0, 42);
 * SamplingTrace trace = SamplingTrace.of(settings, logits, Tokens.of(ids));
 * trace.table(tokenizer, 10);   // the ten likeliest tokens, with a column for each step
 * trace.kept(2);                // how many tokens are left after the second step
 * }</pre>
 *
 * @param steps what each column shows: {@code model}, then each processor with its setting
 * @param probabilities [steps][V]; 0 for a token that was removed
 */
public record SamplingTrace(List<String> steps, double[][] probabilities) {

    /**
     * Follows the settings' processors in their order.
     *
     * @param logits [V], which stay as they are
     * @param text the tokens so far, the prompt included
     */
    public static SamplingTrace of(SamplerSettings settings, float[] logits, Tokens text) {
        float[] changed = logits.clone();
        List<String> names = new ArrayList<>(List.of("model"));
        List<double[]> probabilities = new ArrayList<>();
        probabilities.add(Distribution.probabilities(changed));
        for (SamplingStep step : settings.steps()) {
            step.processor().apply(changed, text);
            names.add(step.name());
            probabilities.add(Distribution.probabilities(changed));
        }
        return new SamplingTrace(List.copyOf(names), probabilities.toArray(new double[0][]));
    }

    /** How many tokens can still be picked after a step; step 0 is the model. */
    public int kept(int step) {
        return (int)
                IntStream.range(0, vocabulary()).filter(i -> probabilities[step][i] > 0).count();
    }

    /** The ids that the model finds likeliest, at most {@code count} of them. */
    public int[] likeliest(int count) {
        double[] model = probabilities[0];
        return IntStream.range(0, vocabulary())
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -model[id]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * A table for people: the model's likeliest tokens, a column for each step, and below how many
     * tokens are left. A dash marks a token that a step removed.
     */
    public TextTable table(Tokenizer tokenizer, int count) {
        List<Object> header = new ArrayList<>(List.of("token"));
        header.addAll(steps);
        TextTable table = new TextTable().row(header.toArray());
        for (int id : likeliest(count)) {
            String token = new String(tokenizer.bytesOf(id), StandardCharsets.UTF_8);
            table.row(
                    row(
                            "\"" + TerminalText.printable(token) + "\"",
                            step -> percent(probabilities[step][id])));
        }
        return table.row(row("tokens left", step -> String.valueOf(kept(step))));
    }

    private Object[] row(String first, IntFunction<String> cell) {
        List<Object> row = new ArrayList<>(List.of(first));
        IntStream.range(0, steps.size()).mapToObj(cell).forEach(row::add);
        return row.toArray();
    }

    private static String percent(double probability) {
        return probability > 0 ? String.format(Locale.ROOT, "%.2f %%", 100 * probability) : "-";
    }

    private int vocabulary() {
        return probabilities[0].length;
    }
}
