package openweights.engine.generate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings that a model's makers suggest, in its {@code generation_config.json}. */
public final class GenerationConfig {

    /** For a model that suggests none. */
    public static final SamplerSettings DEFAULT = new SamplerSettings(1, 0.8, 0, 1, 0, 42);

    private GenerationConfig() {}

    /**
     * The usual settings, but for those that the model's folder has its own of.
     *
     * @throws IOException if the file cannot be read or is not JSON
     */
    public static SamplerSettings read(Path folder) throws IOException {
        Path file = folder.resolve("generation_config.json");
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            return new SamplerSettings(
                    root.path("repetition_penalty").asDouble(DEFAULT.repetitionPenalty()),
                    root.path("temperature").asDouble(DEFAULT.temperature()),
                    root.path("top_k").asInt(DEFAULT.topK()),
                    root.path("top_p").asDouble(DEFAULT.topP()),
                    root.path("min_p").asDouble(DEFAULT.minP()),
                    DEFAULT.seed());
        } catch (JacksonException e) {
            throw new IOException(
                    file + ": is not JSON: " + e.getOriginalMessage() + ". Fetch it again.", e);
        }
    }
}
