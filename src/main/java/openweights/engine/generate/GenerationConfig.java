package openweights.engine.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;

/** The sampling settings that a model's authors recommend in {@code generation_config.json}. */
public final class GenerationConfig {

    /** For a model without recommended settings. */
    public static final SamplerSettings DEFAULT = new SamplerSettings(1, 0.8, 0, 1, 0, 42);

    private GenerationConfig() {}

    /**
     * The settings of a model's folder; each one that its file does not set is the default.
     *
     * @throws ModelException if the file is damaged, or a setting is not a number
     */
    public static SamplerSettings read(Path folder) {
        Path file = folder.resolve("generation_config.json");
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        Keys keys = Keys.readStrictly(file);
        return new SamplerSettings(
                keys.setting(DEFAULT.repetitionPenalty(), "repetition_penalty"),
                keys.setting(DEFAULT.temperature(), "temperature"),
                keys.count(DEFAULT.topK(), "top_k"),
                keys.setting(DEFAULT.topP(), "top_p"),
                keys.setting(DEFAULT.minP(), "min_p"),
                DEFAULT.seed());
    }
}
