package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;

/** How a network knows the order of tokens. Each way acts at one place and leaves the others be. */
public sealed interface Positions {

    /** Adds what the position says to the embeddings x [T, d]. */
    default void embed(Backend backend, int tokens, int first, float[] x) {}

    /** The angles per position of a head's pairs, [hd/2]; empty if nothing turns. */
    default float[] frequencies() {
        return new float[0];
    }

    /** GPT-2: a learned vector per position, [P, d]. */
    record Learned(Matrix table) implements Positions {
        @Override
        public void embed(Backend backend, int tokens, int first, float[] x) {
            int d = table.columns();
            float[] row = new float[d];
            for (int t = 0; t < tokens; t++) {
                table.row(first + t, row, 0);
                backend.kernel().add(row, 0, x, t * d, d);
            }
        }
    }

    /** Llama's family: queries and keys turn with the position. */
    record Rotary(float[] frequencies) implements Positions {}

    /**
     * BLOOM: far keys lose, each head at its own rate (ALiBi). The attention takes {@code
     * slopes[h]} times the distance off a score.
     */
    record Alibi(float[] slopes) implements Positions {

        /**
         * The published slopes: powers of 2^(-8/c) for c heads, c the largest power of two up to H;
         * the heads beyond c take the odd powers of the root of that.
         */
        public static Alibi of(int heads) {
            int c = Integer.highestOneBit(heads);
            float[] slopes = new float[heads];
            for (int h = 0; h < heads; h++) {
                double exponent = h < c ? 8.0 * (h + 1) / c : 4.0 * (2 * (h - c) + 1) / c;
                slopes[h] = (float) Math.pow(2, -exponent);
            }
            return new Alibi(slopes);
        }
    }
}
