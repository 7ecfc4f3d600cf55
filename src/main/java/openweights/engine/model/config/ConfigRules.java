package openweights.engine.model.config;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.base.EditDistance;

/**
 * What config.json may say. What would change the numbers, and the engine does not do, is refused
 * by name; keys that no one has asked for, and that are not known to change nothing, are reported.
 */
public final class ConfigRules {

    /** A family is worth naming if so few letters differ. */
    private static final int NEAR = 2;

    private static final Pattern PART = Pattern.compile("use_.*|.*_(bias|norm)");

    private ConfigRules() {}

    /**
     * @throws ModelException if the family is missing or not supported
     */
    public static void requireKnown(Keys keys, String type, Collection<String> known) {
        if (type.isEmpty()) {
            throw keys.missing("model_type");
        }
        if (known.contains(type)) {
            return;
        }
        List<String> near = known.stream().filter(name -> isNear(type, name)).sorted().toList();
        throw new ModelException(
                keys.where()
                        + ": this is a model of the family \""
                        + type
                        + "\", which the engine cannot compute yet."
                        + (near.isEmpty()
                                ? ""
                                : " It knows relatives ("
                                        + String.join(", ", near)
                                        + "), but they compute other numbers.")
                        + " Supported families: "
                        + known.stream().sorted().collect(Collectors.joining(", "))
                        + ".");
    }

    /**
     * @throws ModelException if a key changes the numbers in a way that the engine does not do
     */
    public static void requireComputable(Keys keys, Keys text) {
        for (Keys part : List.of(keys, text)) {
            Quantization.check(part);
            if (!part.flag(true, "is_causal")) {
                throw part.wrong("is_causal", "true: each token sees only earlier ones here");
            }
            if (part.flag(false, "is_encoder_decoder") || part.flag(false, "add_cross_attention")) {
                throw new ModelException(
                        part.where() + ": the model has an encoder, which the engine does not.");
            }
        }
    }

    /** Refuses or reports the keys that the family has not asked for. */
    public static void reportUnread(Keys keys, String type) {
        for (Keys part : keys.opened()) {
            for (String name : part.unread()) {
                if (!HarmlessKeys.contain(name) && !isSwitchedOff(part, name)) {
                    report(part, name, type);
                }
            }
        }
    }

    private static void report(Keys keys, String name, String type) {
        switch (name) {
            case "layer_types" -> {
                if (!keys.texts(name).stream().allMatch("full_attention"::equals)) {
                    throw keys.wrong(
                            name,
                            "full_attention only, because in " + type + " all layers are alike");
                }
            }
            case "auto_map" ->
                    keys.warn(
                            "names code that comes with the model (\"auto_map\"); it is not run, and the model is computed as \""
                                    + type
                                    + "\"");
            default ->
                    keys.warn(
                            "says \""
                                    + name
                                    + "\": "
                                    + keys.shown(name)
                                    + ", which the family \""
                                    + type
                                    + "\" does not use; it changes nothing here, as in transformers");
        }
    }

    /** A part that other families have, and this model says that it has not. */
    private static boolean isSwitchedOff(Keys keys, String name) {
        return keys.shown(name).equals("false") && PART.matcher(name).matches();
    }

    private static boolean isNear(String type, String name) {
        String stem = type.replaceAll("[\\d_.-].*", "");
        return (stem.length() > 2 && name.startsWith(stem))
                || EditDistance.between(type, name) <= NEAR;
    }
}
