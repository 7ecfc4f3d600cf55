package openweights.model;

import java.nio.file.Path;

/**
 * What config.json says: the family with its keys, and the special tokens.
 *
 * <pre>{@code
 * Config config = Config.read(folder);
 * config.dimensions().layers();
 * if (config.family() instanceof Llama llama) llama.rmsNormEps();
 * }</pre>
 *
 * @param modelType the family's name in config.json
 */
public record Config(String modelType, Family family, SpecialIds special) {

    public Config {
        family.dimensions(); // refuses sizes that contradict each other
    }

    /**
     * Reads config.json, in the keys of the released checkpoints or of transformers 5.
     *
     * @throws ModelException if it is missing, damaged, or of a family that is not known
     */
    public static Config read(Path folder) {
        Keys keys = Keys.read(folder.resolve("config.json"));
        String type = keys.text("", "model_type");
        if (type.isEmpty()) {
            throw keys.missing("model_type");
        }
        if (!Family.KNOWN.containsKey(type)) {
            throw keys.wrong("model_type", "one of " + String.join(", ", Family.KNOWN.keySet()));
        }
        Family family = Family.KNOWN.get(type).apply(keys);
        return new Config(type, family, SpecialIds.read(folder, keys));
    }

    public Dimensions dimensions() {
        return family.dimensions();
    }
}
