package openweights.engine.model.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a model rotates queries and keys: {@code rope_parameters}, or {@code rope_theta} and
 * {@code rope_scaling} in older files. If both are there, {@code rope_scaling} wins, as in
 * transformers.
 */
public final class RopeReader {

    private static final Set<String> TYPES =
            Set.of("default", "linear", "dynamic", "llama3", "yarn", "longrope", "su");

    private final Keys keys;
    private final double theta;
    private final double partial;
    private final boolean takesPartial;

    private RopeReader(Keys keys, double theta, double partial, boolean takesPartial) {
        this.keys = keys;
        this.theta = theta;
        this.partial = partial;
        this.takesPartial = takesPartial;
    }

    /** For families that always rotate whole heads. */
    public static RopeParameters whole(Keys keys, double theta) {
        return new RopeReader(keys, theta, 1, false).read();
    }

    /**
     * For families that rotate a share of each head.
     *
     * @param share {@code partial_rotary_factor} where config.json does not say it
     */
    public static RopeParameters partial(Keys keys, double theta, double share) {
        return new RopeReader(keys, theta, share, true).read();
    }

    /**
     * For families whose layers of several types have parameters of their own.
     *
     * @param type the section inside {@code rope_parameters}
     * @param olderNames the names of theta in older files
     */
    public static RopeParameters ofLayers(
            Keys keys, String type, double theta, String... olderNames) {
        RopeReader reader =
                new RopeReader(keys.without("original_max_position_embeddings"), theta, 1, false);
        Optional<Keys> all = keys.section("rope_parameters");
        all.ifPresent(
                section -> section.use("rope_theta", "rope_type", "type", "sliding_attention"));
        boolean truncate = all.map(section -> section.flag(true, "truncate")).orElse(true);
        Optional<Keys> nested = all.flatMap(section -> section.section(type));
        float older = keys.number(theta, olderNames);
        float base = nested.map(section -> section.number(older, "rope_theta")).orElse(older);
        Optional<Keys> scaled =
                keys.section("rope_scaling").filter(section -> type.equals("full_attention"));
        return scaled.or(() -> nested)
                .map(section -> reader.section(section, base, truncate))
                .orElse(RopeParameters.of(base));
    }

    /**
     * For families whose layers of several types have parameters of their own, without older names,
     * and may rotate in proportion.
     *
     * @param otherwise if config.json has no {@code rope_parameters}
     */
    public static RopeParameters ofType(Keys keys, String type, RopeParameters otherwise) {
        Optional<Keys> all = keys.section("rope_parameters");
        if (all.isEmpty()) {
            return otherwise;
        }
        float base = keys.number(1e4, "rope_theta");
        Keys section = all.get().section(type).orElseThrow(() -> all.get().missing(type));
        if (!section.text("default", "rope_type", "type").equals("proportional")) {
            Keys outer = keys.without("original_max_position_embeddings");
            boolean truncate = all.get().flag(true, "truncate");
            return new RopeReader(outer, base, 1, false).section(section, base, truncate);
        }
        double outerShare = keys.precise(1, "partial_rotary_factor");
        double share = section.precise(outerShare, "partial_rotary_factor");
        if (share > 1) {
            throw section.wrong("partial_rotary_factor", "at most 1");
        }
        return new RopeParameters(
                section.number(base, "rope_theta"),
                1,
                new RopeScaling.Proportional(share, section.number(1, "factor")));
    }

    /**
     * The square of YaRN's magnitude, by which DeepSeek's scores grow; 1 if config.json does not
     * ask for it.
     */
    public static double magnitude(Keys keys) {
        Keys section =
                keys.section("rope_scaling").or(() -> keys.section("rope_parameters")).orElse(keys);
        boolean scaled = !section.text("default", "rope_type", "type").equals("default");
        double weight = section.setting(0, "mscale_all_dim");
        if (!scaled || weight == 0) {
            return 1;
        }
        double magnitude = RopeScaling.Yarn.magnitude(section.number(1, "factor"), weight);
        return magnitude * magnitude;
    }

    private RopeParameters read() {
        float base = keys.number(theta, "rope_theta");
        Optional<Keys> parameters = keys.section("rope_parameters");
        Optional<Keys> scaling = keys.section("rope_scaling").filter(section -> !section.isEmpty());
        if (parameters.isPresent() && scaling.isPresent()) {
            keys.warn(
                    "has both \"rope_scaling\" and \"rope_parameters\"; \"rope_scaling\" is used,"
                            + " as in transformers");
            parameters.get().useAll();
        }
        double share = share(keys, partial);
        return scaling.or(() -> parameters)
                .map(section -> section(section, base, section.flag(true, "truncate")))
                .orElse(new RopeParameters(base, share, new RopeScaling.None()));
    }

    private double share(Keys section, double otherwise) {
        return takesPartial ? section.precise(otherwise, "partial_rotary_factor") : otherwise;
    }

    private RopeParameters section(Keys section, float base, boolean truncate) {
        for (String nested : List.of("full_attention", "sliding_attention")) {
            if (section.mentions(nested)) {
                throw new ModelException(
                        section.where()
                                + ": has parameters for each type of layer, which this family does"
                                + " not know.");
            }
        }
        float own = section.number(base, "rope_theta");
        String type = section.text("default", "rope_type", "type");
        if (!TYPES.contains(type)) {
            throw new ModelException(
                    section.where()
                            + ": rope_type \""
                            + type
                            + "\" is not supported. Supported: default, linear, dynamic, llama3,"
                            + " yarn, longrope.");
        }
        if (!takesPartial && !type.equals("default")) {
            requireWhole(keys);
            requireWhole(section);
        }
        double share = share(section, share(keys, partial));
        return new RopeParameters(
                own, share, new RopeScalingReader(keys, section, truncate).read(type));
    }

    private static void requireWhole(Keys keys) {
        if (keys.number(1, "partial_rotary_factor") != 1) {
            throw keys.wrong("partial_rotary_factor", "1, because this family rotates whole heads");
        }
    }
}
