package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import openweights.base.Json;
import openweights.base.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: the chain from recipe to weights, each link as its SHA-256.
 *
 * @param recipe the hash of recipe.json
 * @param corpus the hash of the generator's version and a sample of its stories
 * @param tokenizer the hash of tokenizer.json
 * @param checkpoints the hashes of the weights, by step
 * @param model the hash of model.safetensors
 * @param log the hash of log.csv
 * @param parent the hash of the weights that the run started with; null if the seed gave them
 */
public record RunRecord(
        String recipe,
        String corpus,
        String tokenizer,
        SortedMap<Integer, String> checkpoints,
        String model,
        String log,
        @Nullable String parent) {

    /**
     * Reads run.json.
     *
     * @throws RunException if it is missing or damaged
     */
    public static RunRecord read(Path file) {
        try {
            return Json.read(file, RunRecord.class);
        } catch (NoSuchFileException e) {
            throw new RunException(
                    file
                            + ": there is no such file. Only a model that was trained here to the end has one; without it there is nothing to compare with.",
                    e);
        } catch (JsonException e) {
            throw new RunException(e.getMessage() + ". The record is damaged.", e);
        } catch (IOException e) {
            throw new RunException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    byte[] json() {
        return ModelFiles.json(this);
    }
}
