package openweights.engine.inspect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.engine.model.Model;

/**
 * The logits after each token of a text.
 *
 * @param ids the text, [T]
 * @param logits a score for each possible next token, [T][V]
 */
public record PositionLogits(int[] ids, float[][] logits) {

    private static final int BEST = 5;

    /**
     * Runs the model once over the text.
     *
     * @throws openweights.engine.model.config.ModelException if a token is not in the vocabulary,
     *     or the text is longer than the model's context
     */
    public static PositionLogits of(Model model, int[] ids) {
        return new PositionLogits(ids, model.logits(ids, model.newState()));
    }

    /** A line for each position: its token, and the likeliest next ones with their logits. */
    @Override
    public String toString() {
        return IntStream.range(0, ids.length)
                .mapToObj(this::line)
                .collect(Collectors.joining("\n"));
    }

    private String line(int position) {
        float[] scores = logits[position];
        List<Integer> best =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer id) -> -scores[id]))
                        .limit(BEST)
                        .toList();
        return String.format(Locale.ROOT, "%4d %7d ->", position, ids[position])
                + best.stream()
                        .map(id -> String.format(Locale.ROOT, " %d (%.4f)", id, scores[id]))
                        .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositionLogits that
                && Arrays.equals(ids, that.ids)
                && Arrays.deepEquals(logits, that.logits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }
}
