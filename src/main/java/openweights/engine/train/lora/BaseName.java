package openweights.engine.train.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Sha256;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.Safetensors;

/**
 * The model that an adapter was trained for.
 *
 * @param name such as {@code seedling}
 * @param sha256 the hash of its weights; of several files, their hashes separated by blanks. Empty
 *     if it is unknown
 */
public record BaseName(String name, String sha256) {

    /** The model in a folder. */
    public static BaseName of(Path folder) {
        try {
            List<String> hashes = new ArrayList<>();
            for (Safetensors shard : Checkpoint.open(folder).shards()) {
                hashes.add(Sha256.of(shard.file()));
            }
            Path name = folder.toAbsolutePath().normalize().getFileName();
            return new BaseName(String.valueOf(name), String.join(" ", hashes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
