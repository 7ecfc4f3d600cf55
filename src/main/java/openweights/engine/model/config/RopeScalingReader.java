package openweights.engine.model.config;

/**
 * Reads how frequencies are changed for longer contexts, from a section such as {@code
 * rope_scaling}.
 *
 * @param keys around the section
 * @param truncate whether YaRN rounds the pairs between which it slows down
 */
record RopeScalingReader(Keys keys, Keys section, boolean truncate) {

    /**
     * @param type {@code rope_type}, one that {@link RopeReader} knows
     */
    RopeScaling read(String type) {
        return switch (type) {
            case "linear" -> new RopeScaling.Linear(given("factor"));
            case "dynamic" -> {
                given("factor");
                section.use("original_max_position_embeddings");
                yield new RopeScaling.Dynamic();
            }
            case "llama3" -> llama3();
            case "yarn" -> yarn();
            case "longrope", "su" -> longRope();
            default -> new RopeScaling.None();
        };
    }

    private RopeScaling llama3() {
        float low = given("low_freq_factor");
        float high = given("high_freq_factor");
        if (high < low) {
            throw section.wrong("high_freq_factor", "at least low_freq_factor, " + low);
        }
        return new RopeScaling.Llama3(given("factor"), low, high, originalContext());
    }

    private RopeScaling yarn() {
        if (!section.mentions("factor")) {
            throw section.missing("factor");
        }
        int original = originalContext();
        double factor = factor(original); // may be null
        double weight = section.setting(0, "mscale");
        double weightAll = section.setting(0, "mscale_all_dim");
        double computed =
                weight != 0 && weightAll != 0
                        ? RopeScaling.Yarn.magnitude(factor, weight)
                                / RopeScaling.Yarn.magnitude(factor, weightAll)
                        : RopeScaling.Yarn.magnitude(factor, 1);
        return new RopeScaling.Yarn(
                (float) factor,
                section.number(32, "beta_fast"),
                section.number(1, "beta_slow"),
                original,
                truncate,
                section.number(computed, "attention_factor"));
    }

    private RopeScaling longRope() {
        int original = originalContext();
        double factor = factor(original);
        double computed = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
        return new RopeScaling.LongRope(
                section.numbers("short_factor"),
                section.numbers("long_factor"),
                original,
                section.number(computed, "attention_factor"));
    }

    private float given(String name) {
        if (!section.has(name)) {
            throw section.missing(name);
        }
        return section.number(1, name);
    }

    /** How many times longer the context has become. */
    private double factor(int original) {
        double grown = keys.size("max_position_embeddings") / (double) original;
        return section.number(grown, "factor");
    }

    /** The context of pretraining; a key outside of the section wins, as in transformers. */
    private int originalContext() {
        section.use("original_max_position_embeddings");
        return keys.optionalSize("original_max_position_embeddings")
                .orElseGet(
                        () ->
                                section.optionalSize("original_max_position_embeddings")
                                        .orElseGet(() -> keys.size("max_position_embeddings")));
    }
}
