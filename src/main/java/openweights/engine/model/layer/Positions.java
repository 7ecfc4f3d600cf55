package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;

/**
 * How a network represents the order of tokens. Each kind acts in one place of the forward pass.
 */
public sealed interface Positions {

    /**
     * Adds position embeddings to the token embeddings x, [T, d]; {@code first} is the first
     * position.
     */
    default void embed(Backend backend, int tokens, int first, float[] x) {}

    /** The rotation of a head's pairs per position, [hd/2]; empty without rotary positions. */
    default float[] frequencies() {
        return new float[0];
    }

    /** GPT-2: a learned embedding per position, [P, d]. */
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

    /** Llama's family: queries and keys are rotated by an angle that grows with the position. */
    record Rotary(float[] frequencies) implements Positions {}

    /**
     * BLOOM: scores of distant keys are lowered, at a rate for each head (ALiBi). Attention
     * subtracts {@code slopes[h]} times the distance from a score.
     */
    record Alibi(float[] slopes) implements Positions {

        /**
         * The published slopes: powers of 2^(-8/c), where c is the largest power of two up to H;
         * the heads beyond c take the odd powers of 2^(-4/c).
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
