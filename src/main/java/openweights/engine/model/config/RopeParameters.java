package openweights.engine.model.config;

/**
 * Rotary position embeddings: each pair of a head's numbers is rotated by {@code theta^(-2i/hd)}
 * per position, slowed down for contexts longer than those of pretraining.
 *
 * @param factor how many times longer the context has become
 * @param lowFreqFactor llama3: pairs with fewer turns than this over the original context are
 *     slowed by the whole factor
 * @param highFreqFactor llama3: pairs with more turns than this stay as they are
 * @param originalMaxPositionEmbeddings llama3: the context of pretraining
 */
public record RopeParameters(
        RopeType ropeType,
        float ropeTheta,
        float factor,
        float lowFreqFactor,
        float highFreqFactor,
        int originalMaxPositionEmbeddings) {

    /** How frequencies are scaled for longer contexts. The names are those of config.json. */
    public enum RopeType {
        DEFAULT,
        LINEAR,
        LLAMA3
    }

    /** From {@code rope_parameters}, or from {@code rope_theta} and {@code rope_scaling}. */
    public static RopeParameters read(Keys keys, double defaultTheta) {
        float theta = keys.number(defaultTheta, "rope_theta");
        return keys.section("rope_parameters", "rope_scaling")
                .map(section -> section(section, theta))
                .orElse(new RopeParameters(RopeType.DEFAULT, theta, 1, 1, 1, 1));
    }

    private static RopeParameters section(Keys keys, float theta) {
        float base = keys.number(theta, "rope_theta");
        String type = keys.text("default", "rope_type", "type");
        return switch (type) {
            case "default" -> new RopeParameters(RopeType.DEFAULT, base, 1, 1, 1, 1);
            case "linear" ->
                    new RopeParameters(RopeType.LINEAR, base, keys.number(1, "factor"), 1, 1, 1);
            case "llama3" -> llama3(keys, base);
            default ->
                    throw new ModelException(
                            keys.where()
                                    + ": rope_type \""
                                    + type
                                    + "\" is not supported. Supported: default, linear, llama3.");
        };
    }

    private static RopeParameters llama3(Keys keys, float base) {
        float low = keys.number(1, "low_freq_factor");
        float high = keys.number(4, "high_freq_factor");
        if (high <= low) {
            throw keys.wrong("high_freq_factor", "a number above low_freq_factor, " + low);
        }
        return new RopeParameters(
                RopeType.LLAMA3,
                base,
                keys.number(8, "factor"),
                low,
                high,
                keys.size("original_max_position_embeddings"));
    }

    /** The rotation of each pair per position, in radians, [hd/2]. */
    public float[] frequencies(int headSize) {
        float[] frequencies = new float[headSize / 2];
        for (int i = 0; i < frequencies.length; i++) {
            float unscaled = (float) (1 / Math.pow(ropeTheta, 2.0 * i / headSize));
            frequencies[i] = scaled(unscaled);
        }
        return frequencies;
    }

    private float scaled(float frequency) {
        if (ropeType != RopeType.LLAMA3) {
            return frequency / factor;
        }
        double turns = originalMaxPositionEmbeddings * frequency / (2 * Math.PI);
        double kept = (turns - lowFreqFactor) / (highFreqFactor - lowFreqFactor);
        double share = Math.max(0, Math.min(1, kept));
        return (float) ((1 - share) * frequency / factor + share * frequency);
    }
}
