package openweights.engine.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.ErrorText;
import openweights.base.UserException;
import openweights.engine.model.Config;
import openweights.engine.model.Footprint;
import openweights.engine.model.ModelFiles;
import openweights.engine.model.Precision;
import openweights.engine.model.TensorManifest;
import openweights.engine.view.TensorSource;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to know before loading a model.
 *
 * @param bytesOnDisk of all tensors
 * @param memory bytes of the weights in each precision, by its name
 * @param tokens length of the text that the KV cache is computed for
 * @param cache bytes of the KV cache for a text of {@code tokens}
 * @param fits the precisions that fit this machine when {@code ./course generate} runs them
 * @param problem why the model cannot be opened; null if it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record ModelSummary(
        String name,
        String folder,
        String family,
        long parameters,
        long bytesOnDisk,
        Map<String, Long> memory,
        int tokens,
        long cache,
        List<String> fits,
        @Nullable String problem) {

    /**
     * Reads the model's configuration and the headers of its weights. A model that cannot be opened
     * gets a summary too, with the {@link #problem}.
     *
     * @param tokens length of the text; cut to what the model can read
     */
    public static ModelSummary of(Path folder, int tokens) {
        return of(name(folder), folder, tokens);
    }

    /**
     * The same for a model that has a name of its own.
     *
     * @param name what users call it
     */
    public static ModelSummary of(String name, Path folder, int tokens) {
        try {
            ModelFiles files = ModelFiles.of(folder);
            Config config = files.config();
            return of(
                    name,
                    folder,
                    config,
                    files.tensors(),
                    Math.min(tokens, config.dimensions().context()));
        } catch (UserException | IOException | UncheckedIOException problem) {
            return broken(name, folder, tokens, ErrorText.of(problem));
        }
    }

    private static ModelSummary of(
            String name, Path folder, Config config, TensorSource tensors, int tokens) {
        TensorManifest manifest = TensorManifest.of(config, tensors::contains);
        Map<String, Long> memory = new LinkedHashMap<>();
        List<String> fits = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            Footprint footprint = Footprint.of(config, tensors, precision, tokens);
            memory.put(precision.toString(), footprint.weights());
            if (footprint.fitsGenerate()) {
                fits.add(precision.toString());
            }
        }
        return new ModelSummary(
                name,
                folder.toString(),
                config.modelType(),
                manifest.parameters(),
                tensors.byteSize(),
                memory,
                tokens,
                manifest.cacheBytes(tokens),
                fits,
                null);
    }

    /** A model that cannot be opened. */
    public static ModelSummary broken(String name, Path folder, int tokens, String problem) {
        return new ModelSummary(
                name, folder.toString(), "", 0, 0, Map.of(), tokens, 0, List.of(), problem);
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }
}
