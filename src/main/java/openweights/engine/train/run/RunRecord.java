package openweights.engine.train.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The links from recipe to weights, each by its SHA-256; {@code run.json}.
 *
 * @param recipe of recipe.json
 * @param corpus of the generator's version and a sample of its stories
 * @param tokenizer of tokenizer.json
 * @param checkpoints of the weights after certain steps
 * @param model of model.safetensors
 * @param log of log.csv
 * @param parent of the weights that the run began with; null if they came from the seed
 */
public record RunRecord(
        String recipe,
        String corpus,
        String tokenizer,
        SortedMap<Integer, String> checkpoints,
        String model,
        String log,
        @Nullable String parent) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    /**
     * Reads run.json.
     *
     * @throws RunException if it is missing or damaged
     */
    public static RunRecord read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), RunRecord.class);
        } catch (NoSuchFileException e) {
            throw new RunException(
                    file
                            + ": there is no such file. Only a model that was trained here to its end has one; without it there is nothing to compare with.",
                    e);
        } catch (IOException e) {
            throw new RunException(
                    file + ": is not a run record: " + e.getMessage() + ". It is damaged.", e);
        }
    }

    byte[] json() {
        return ModelFiles.json(this);
    }
}
