package openweights.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import openweights.engine.gguf.Gguf;
import openweights.engine.model.config.ConfigRules;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.SpecialIds;
import openweights.engine.model.config.TextPart;
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
 * @param modelType the family's name in config.json; for a multimodal model that of its text part
 * @param warnings what the user should know about the file, such as keys that change nothing
 */
public record Config(String modelType, Family family, SpecialIds special, List<String> warnings) {

    public Config {
        family.dimensions(); // throws if the sizes contradict each other
    }

    /**
     * Reads config.json, with the keys of the released checkpoints or of transformers 5, or what a
     * GGUF file says instead.
     *
     * @param path a folder, or a {@code .gguf} file
     * @throws openweights.engine.model.config.ModelException if it is missing or damaged, or asks
     *     for what the engine does not do
     */
    public static Config read(Path path) {
        Optional<Path> gguf = Gguf.at(path);
        if (gguf.isPresent()) {
            return GgufFile.config(gguf.get());
        }
        Keys keys = Keys.read(path.resolve("config.json"));
        return of(keys, vocabulary -> SpecialIds.read(path, keys, vocabulary));
    }

    /**
     * Parses the text of a config.json, for a model whose files are not on this machine.
     *
     * @param where a name for the text, for messages
     * @throws openweights.engine.model.config.ModelException as {@link #read}
     */
    public static Config parse(String where, String json) {
        return alone(Keys.of(where, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for a config.json that was read already, as a part of another file. */
    public static Config of(String where, JsonNode json) {
        return alone(Keys.of(where, json));
    }

    private static Config alone(Keys keys) {
        return of(keys, vocabulary -> SpecialIds.of(keys, vocabulary));
    }

    private static Config of(Keys keys, IntFunction<SpecialIds> specialIds) {
        Keys text = TextPart.of(keys);
        String type = text.text("", "model_type");
        ConfigRules.requireKnown(keys, type, Families.KNOWN.keySet());
        ConfigRules.requireComputable(keys, text);
        Family family = Objects.requireNonNull(Families.KNOWN.get(type)).apply(text);
        ConfigRules.reportUnread(text, type);
        int vocabulary = family.dimensions().vocabulary();
        SpecialIds special = specialIds.apply(vocabulary);
        List<String> warnings = new ArrayList<>(keys.warnings());
        special.warning(vocabulary).ifPresent(warnings::add);
        return new Config(type, family, special, warnings);
    }

    public Dimensions dimensions() {
        return family.dimensions();
    }
}
