package openweights.engine.model.config;

import java.util.List;

/**
 * How the frequencies of rotary positions are changed for contexts longer than those of
 * pretraining. The names are those of {@code rope_type} in config.json.
 */
public sealed interface RopeScaling {

    /**
     * Changes frequencies in place.
     *
     * @param frequencies {@code theta^(-2i/size)}, the angle of each pair per position
     * @param size how many numbers of a head are rotated
     * @param positions length of the text so far, for kinds that depend on it
     */
    default void scale(float[] frequencies, float theta, int size, int positions) {}

    /** Factor of rotated queries and keys. */
    default float attentionFactor() {
        return 1;
    }

    /** From this many positions on, other frequencies are used; 0 if they are always the same. */
    default int switchesAfter() {
        return 0;
    }

    /**
     * @throws ModelException if this is not for so many pairs
     */
    default void requireFits(int pairs) {}

    /** The frequencies stay as they are. */
    record None() implements RopeScaling {}

    /**
     * Frequencies are recomputed for each text longer than the model's context. The engine refuses
     * such texts, so here they stay as they are.
     */
    record Dynamic() implements RopeScaling {}

    /** All frequencies are divided by a factor. */
    record Linear(float factor) implements RopeScaling {
        @Override
        public void scale(float[] frequencies, float theta, int size, int positions) {
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= factor;
            }
        }
    }

    /**
     * Only the first pairs are rotated, by frequencies as if all were, as in Gemma 4.
     *
     * @param share of the pairs that are rotated
     * @param factor all frequencies are divided by it
     */
    record Proportional(double share, float factor) implements RopeScaling {
        @Override
        public void scale(float[] frequencies, float theta, int size, int positions) {
            int rotated = (int) Math.floor(share * size / 2);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] = i < rotated ? frequencies[i] / factor : 0;
            }
        }
    }

    /**
     * Llama 3.1: pairs with fewer turns than {@code low} over the original context are slowed by
     * the whole factor, those with more turns than {@code high} stay as they are.
     */
    record Llama3(float factor, float low, float high, int originalContext) implements RopeScaling {
        @Override
        public void scale(float[] frequencies, float theta, int size, int positions) {
            for (int i = 0; i < frequencies.length; i++) {
                double turns = originalContext * frequencies[i] / (2 * Math.PI);
                double share = clamp((turns - low) / (high - low));
                frequencies[i] =
                        (float) ((1 - share) * frequencies[i] / factor + share * frequencies[i]);
            }
        }
    }

    /**
     * YaRN: as Llama 3.1, but the share falls linearly from one pair's number to another's, between
     * those that make {@code betaFast} and {@code betaSlow} turns over the original context.
     *
     * @param truncate whether the two pairs' numbers are rounded to whole ones
     */
    record Yarn(
            float factor,
            float betaFast,
            float betaSlow,
            int originalContext,
            boolean truncate,
            float attentionFactor)
            implements RopeScaling {
        @Override
        public void scale(float[] frequencies, float theta, int size, int positions) {
            double first = pairWithTurns(betaFast, theta, size);
            double last = pairWithTurns(betaSlow, theta, size);
            double low = Math.max(0, truncate ? Math.floor(first) : first);
            double high = Math.min(size - 1, truncate ? Math.ceil(last) : last);
            double width = high == low ? 0.001 : high - low;
            for (int i = 0; i < frequencies.length; i++) {
                double slowed = clamp((i - low) / width);
                frequencies[i] =
                        (float) (frequencies[i] / factor * slowed + frequencies[i] * (1 - slowed));
            }
        }

        private double pairWithTurns(float turns, float theta, int size) {
            return size * Math.log(originalContext / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
        }

        /** What YaRN's paper proposes as attention factor. */
        static double magnitude(double factor, double weight) {
            return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
        }
    }

    /**
     * LongRoPE: a divisor for each pair, one list for texts within the original context, one for
     * longer texts.
     */
    record LongRope(
            List<Float> shortFactor,
            List<Float> longFactor,
            int originalContext,
            float attentionFactor)
            implements RopeScaling {
        @Override
        public void scale(float[] frequencies, float theta, int size, int positions) {
            List<Float> divisors = positions > originalContext ? longFactor : shortFactor;
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= divisors.get(i);
            }
        }

        @Override
        public void requireFits(int pairs) {
            if (shortFactor.size() != pairs || longFactor.size() != pairs) {
                throw new ModelException(
                        "config.json: \"short_factor\" has "
                                + shortFactor.size()
                                + " numbers and \"long_factor\" "
                                + longFactor.size()
                                + "; expected "
                                + pairs
                                + ", one for each pair of a head.");
            }
        }

        @Override
        public int switchesAfter() {
            return originalContext;
        }
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
