package openweights.engine.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import openweights.base.UserException;
import openweights.engine.model.config.QuantizedTensors;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.Part;

/** How many parameters a checkpoint stores, in whatever number of bits. */
final class StoredParameters {

    private StoredParameters() {}

    static long of(Checkpoint checkpoint) {
        Map<String, QuantizedTensors.Entry> blocks = blocks(checkpoint);
        return TensorSource.of(checkpoint).tensors().stream()
                .filter(tensor -> Part.of(tensor.name()).learned())
                .mapToLong(tensor -> weights(tensor, blocks))
                .sum();
    }

    private static long weights(TensorView tensor, Map<String, QuantizedTensors.Entry> blocks) {
        QuantizedTensors.Entry entry = blocks.get(tensor.name());
        return entry == null ? tensor.elements() : entry.elements();
    }

    /** What config.json says of tensors in blocks; a file can be inspected without it. */
    private static Map<String, QuantizedTensors.Entry> blocks(Checkpoint checkpoint) {
        Path config = checkpoint.shards().get(0).file().resolveSibling("config.json");
        try {
            return Files.exists(config)
                    ? QuantizedTensors.read(config.resolveSibling(""))
                    : Map.of();
        } catch (IOException | UserException unreadable) {
            return Map.of();
        }
    }
}
