package openweights.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.model.Blueprint;
import openweights.model.Config;
import openweights.model.Footprint;
import openweights.model.ModelException;
import openweights.model.Precision;
import openweights.weights.Checkpoint;
import openweights.weights.WeightsException;

/**
 * What a user wants to know before a model is loaded.
 *
 * @param memory bytes of the weights in each precision
 * @param cache bytes of keys and values for a text of {@code tokens}
 * @param fits the precisions that fit this machine
 * @param problem why it cannot be opened, or null if it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record ModelCard(
        String name,
        String folder,
        String family,
        long parameters,
        long bytesOnDisk,
        Map<String, Long> memory,
        int tokens,
        long cache,
        List<String> fits,
        String problem) {

    static ModelCard of(Path folder, int tokens) {
        try {
            Config config = Config.read(folder);
            Checkpoint checkpoint = Checkpoint.open(folder);
            return of(folder, config, checkpoint, Math.min(tokens, config.dimensions().context()));
        } catch (ModelException | WeightsException | IOException problem) {
            return broken(folder, tokens, problem.getMessage());
        }
    }

    private static ModelCard of(Path folder, Config config, Checkpoint checkpoint, int tokens) {
        Map<String, Long> memory = new LinkedHashMap<>();
        List<String> fits = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            Footprint footprint = Footprint.of(config, checkpoint, precision, tokens);
            memory.put(precision.toString(), footprint.weights());
            if (footprint.fits()) {
                fits.add(precision.toString());
            }
        }
        return new ModelCard(
                name(folder),
                folder.toString(),
                config.modelType(),
                Blueprint.of(config, checkpoint::contains).parameters(),
                checkpoint.byteSize(),
                memory,
                tokens,
                config.dimensions().cacheBytes(tokens),
                fits,
                null);
    }

    private static ModelCard broken(Path folder, int tokens, String problem) {
        return new ModelCard(
                name(folder), folder.toString(), "", 0, 0, Map.of(), tokens, 0, List.of(), problem);
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }
}
