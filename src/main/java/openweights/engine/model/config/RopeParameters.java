package openweights.engine.model.config;

/**
 * Rotary position embeddings: each pair of a head's numbers is rotated by {@code theta^(-2i/size)}
 * per position.
 *
 * @param partialRotaryFactor the share of a head's numbers that are rotated; not a float, because
 *     the number of them is the product, cut off
 */
public record RopeParameters(float ropeTheta, double partialRotaryFactor, RopeScaling scaling) {

    /** All of each head is rotated, with unchanged frequencies. */
    public static RopeParameters of(double theta) {
        return new RopeParameters((float) theta, 1, new RopeScaling.None());
    }

    /**
     * The rotation of each pair per position, in radians.
     *
     * @param positions length of the text so far
     */
    public float[] frequencies(int headSize, int positions) {
        int size = size(headSize);
        float[] frequencies = new float[(size + 1) / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (float) (1 / Math.pow(ropeTheta, 2.0 * i / size));
        }
        scaling.scale(frequencies, ropeTheta, size, positions);
        return frequencies;
    }

    /**
     * @throws ModelException if heads of this size cannot be rotated so
     */
    public void requireFits(int headSize) {
        int pairs = (size(headSize) + 1) / 2;
        boolean odd = size(headSize) % 2 != 0 && scaling instanceof RopeScaling.Yarn;
        if (pairs < 1 || 2 * pairs > headSize || odd) {
            throw new ModelException(
                    "config.json: \"head_dim\" is "
                            + headSize
                            + (partialRotaryFactor == 1
                                    ? "; rotary positions need an even size."
                                    : ", of which " + partialRotaryFactor + " cannot be rotated."));
        }
        scaling.requireFits(pairs);
    }

    /** Whether the frequencies are those of the theta alone. */
    public boolean unscaled() {
        return scaling instanceof RopeScaling.None;
    }

    private int size(int headSize) {
        return (int) (headSize * partialRotaryFactor);
    }
}
