package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * From tokens to the beginning of the residual stream.
 *
 * @param table one row per token, [V, d]
 * @param scale factor of each row
 * @param positions a learned embedding per position that is added, [P, d], in GPT-2; null for none
 * @param norm in BLOOM; in other families none
 */
public record Embedding(Matrix table, float scale, @Nullable Matrix positions, Norm norm) {

    public static Embedding of(Matrix table) {
        return new Embedding(table, 1, null, new Norm.None(table.columns()));
    }

    public Embedding withScale(double newScale) {
        return new Embedding(table, (float) newScale, positions, norm);
    }

    /**
     * x = the embedding of each token, [T, d].
     *
     * @param first the position of the first token
     */
    public void apply(Backend backend, int[] tokens, int first, float[] x) {
        int d = table.columns();
        TokenWise.each(backend, tokens.length, t -> table.row(tokens[t], x, t * d));
        if (scale != 1) {
            backend.kernel().scale(scale, x, 0, tokens.length * d);
        }
        if (positions != null) {
            addPositions(backend, positions, tokens.length, first, x);
        }
        norm.apply(backend, tokens.length, x, x);
    }

    private static void addPositions(
            Backend backend, Matrix positions, int tokens, int first, float[] x) {
        int d = positions.columns();
        float[] row = new float[d];
        for (int t = 0; t < tokens; t++) {
            positions.row(first + t, row, 0);
            backend.kernel().add(row, 0, x, t * d, d);
        }
    }
}
