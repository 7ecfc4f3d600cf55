package openweights.engine.train.lora;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Each module's rank, and the factor of its B A: alpha / rank, or alpha / sqrt(rank) if the adapter
 * is rank-stabilized. A pattern for a module's name replaces the rank or alpha of all. Source: PEFT
 * 0.21, {@code get_pattern_key} and {@code LoraLayer.update_layer}.
 */
record Scaling(
        int rank,
        double alpha,
        boolean rankStabilized,
        Map<Pattern, JsonNode> ranks,
        Map<Pattern, JsonNode> alphas) {

    /**
     * @throws AdapterException if a rank or an alpha is missing or is not a number
     */
    static Scaling of(Path file, JsonNode keys) {
        if (!keys.path("r").isInt() || !keys.path("lora_alpha").isNumber()) {
            throw new AdapterException(
                    "%s: \"r\" is %s and \"lora_alpha\" is %s; they must be an integer and a number."
                            .formatted(file, keys.get("r"), keys.get("lora_alpha")));
        }
        return new Scaling(
                keys.get("r").intValue(),
                keys.get("lora_alpha").asDouble(),
                keys.path("use_rslora").asBoolean(),
                patterns(file, "rank_pattern", keys),
                patterns(file, "alpha_pattern", keys));
    }

    private static Map<Pattern, JsonNode> patterns(Path file, String key, JsonNode keys) {
        Map<Pattern, JsonNode> patterns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : keys.path(key).properties()) {
            JsonNode value = entry.getValue();
            boolean number = key.equals("rank_pattern") ? value.isInt() : value.isNumber();
            if (!number || !(value.asDouble() > 0)) {
                throw new AdapterException(
                        "%s: \"%s\" gives \"%s\" the value %s; it must be a number above zero."
                                .formatted(file, key, entry.getKey(), value));
            }
            String whole = "(.*\\.)?(" + entry.getKey() + ")";
            patterns.put(PythonPattern.compile(file, key, whole), value);
        }
        return patterns;
    }

    int rank(String module) {
        JsonNode own = find(ranks, module);
        return own == null ? rank : own.intValue();
    }

    float scale(String module) {
        JsonNode own = find(alphas, module);
        return scale(own == null ? alpha : own.asDouble(), rank(module));
    }

    /**
     * The alpha that gives the same scale without rank stabilization, for modules of no pattern.
     */
    double plainAlpha() {
        return rankStabilized ? alpha * Math.sqrt(rank) : alpha;
    }

    private float scale(double ofAlpha, int ofRank) {
        return (float) (ofAlpha / (rankStabilized ? Math.sqrt(ofRank) : ofRank));
    }

    private static @Nullable JsonNode find(Map<Pattern, JsonNode> patterns, String module) {
        for (Map.Entry<Pattern, JsonNode> entry : patterns.entrySet()) {
            if (entry.getKey().matcher(module).matches()) {
                return entry.getValue();
            }
        }
        return null;
    }
}
