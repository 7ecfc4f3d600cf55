package openweights.engine.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import openweights.engine.gguf.Gguf;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.model.family.Family;

/**
 * The contents of config.json: the family with its keys, and the special tokens.
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
        family.dimensions(); // throws if the sizes contradict each other
    }

    /**
     * Reads config.json, with the keys of the released checkpoints or of transformers 5, or what a
     * GGUF file says instead.
     *
     * @param path a folder, or a {@code .gguf} file
     * @throws ModelException if it is missing or damaged, or the family is not supported
     */
    public static Config read(Path path) {
        if (Gguf.names(path)) {
            return GgufFile.config(path);
        }
        Keys keys = Keys.read(path.resolve("config.json"));
        return of(keys, SpecialIds.read(path, keys));
    }

    /**
     * Parses the text of a config.json, for a model whose files are not on this machine.
     *
     * @param where a name for the text, for messages
     * @throws ModelException as {@link #read}
     */
    public static Config parse(String where, String json) {
        Keys keys = Keys.of(where, json.getBytes(StandardCharsets.UTF_8));
        return of(keys, SpecialIds.of(keys, List.of()));
    }

    private static Config of(Keys keys, SpecialIds special) {
        String type = keys.text("", "model_type");
        if (type.isEmpty()) {
            throw keys.missing("model_type");
        }
        if (!Family.KNOWN.containsKey(type)) {
            throw keys.wrong("model_type", "one of " + String.join(", ", Family.KNOWN.keySet()));
        }
        return new Config(type, Family.KNOWN.get(type).apply(keys), special);
    }

    public Dimensions dimensions() {
        return family.dimensions();
    }
}
