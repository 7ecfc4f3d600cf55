package openweights.engine.model.config;

/**
 * How fast each pair of a head's numbers turns with the position: {@code theta^(-2i/hd)}, slowed
 * down for contexts longer than the first training saw.
 *
 * @param ropeType {@code default}, {@code linear} or {@code llama3}
 * @param factor how many times longer the context became
 * @param lowFreqFactor llama3: pairs that turn fewer times than this over the original context are
 *     slowed by the whole factor
 * @param highFreqFactor llama3: pairs that turn more often than this stay as they are
 * @param originalMaxPositionEmbeddings llama3: the context of the first training
 */
public record RopeParameters(
        String ropeType,
        float ropeTheta,
        float factor,
        float lowFreqFactor,
        float highFreqFactor,
        int originalMaxPositionEmbeddings) {

    /** From {@code rope_parameters}, or from {@code rope_theta} and {@code rope_scaling}. */
    public static RopeParameters read(Keys keys, double usualTheta) {
        float theta = keys.number(usualTheta, "rope_theta");
        return keys.section("rope_parameters", "rope_scaling")
                .map(section -> section(section, theta))
                .orElse(new RopeParameters("default", theta, 1, 1, 1, 1));
    }

    private static RopeParameters section(Keys keys, float theta) {
        float base = keys.number(theta, "rope_theta");
        String type = keys.text("default", "rope_type", "type");
        return switch (type) {
            case "default" -> new RopeParameters(type, base, 1, 1, 1, 1);
            case "linear" -> new RopeParameters(type, base, keys.number(1, "factor"), 1, 1, 1);
            case "llama3" -> llama3(keys, base);
            default ->
                    throw new ModelException(
                            keys.where()
                                    + ": rope_type \""
                                    + type
                                    + "\" is not known here. Known: default, linear, llama3.");
        };
    }

    private static RopeParameters llama3(Keys keys, float base) {
        float low = keys.number(1, "low_freq_factor");
        float high = keys.number(4, "high_freq_factor");
        if (high <= low) {
            throw keys.wrong("high_freq_factor", "a number above low_freq_factor, " + low);
        }
        return new RopeParameters(
                "llama3",
                base,
                keys.number(8, "factor"),
                low,
                high,
                keys.size("original_max_position_embeddings"));
    }

    /** The angle per position of each pair, [hd/2]. */
    public float[] frequencies(int headSize) {
        float[] frequencies = new float[headSize / 2];
        for (int i = 0; i < frequencies.length; i++) {
            float plain = (float) (1 / Math.pow(ropeTheta, 2.0 * i / headSize));
            frequencies[i] = slowed(plain);
        }
        return frequencies;
    }

    private float slowed(float frequency) {
        if (!ropeType.equals("llama3")) {
            return frequency / factor;
        }
        double turns = originalMaxPositionEmbeddings * frequency / (2 * Math.PI);
        double kept = (turns - lowFreqFactor) / (highFreqFactor - lowFreqFactor);
        double share = Math.max(0, Math.min(1, kept));
        return (float) ((1 - share) * frequency / factor + share * frequency);
    }
}
