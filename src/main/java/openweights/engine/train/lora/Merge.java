package openweights.engine.train.lora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.AtomicFolder;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;

/** Writes a model with an adapter merged into its weights. */
final class Merge {

    /** The files of a release that remain valid for the merged model. */
    private static final List<String> KEPT =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "LICENSE");

    private Merge() {}

    static void write(Adapter adapter, Path base, Path target) throws IOException {
        AtomicFolder.write(target, folder -> writeTo(folder, adapter, base));
    }

    private static void writeTo(Path folder, Adapter adapter, Path base) throws IOException {
        for (String name : KEPT) {
            if (Files.isRegularFile(base.resolve(name))) {
                Files.copy(base.resolve(name), folder.resolve(name));
            }
        }
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (StoredTensor tensor : Checkpoint.open(base).tensors()) {
            LowRank part = adapter.parts().get(TargetModules.module(tensor.name()));
            if (part == null) {
                writer.put(tensor);
            } else {
                float[] weights = tensor.floats();
                part.addTo(weights);
                writer.put(tensor.name(), tensor.dtype(), tensor.shape(), weights);
            }
        }
        writer.write(folder.resolve("model.safetensors"));
    }
}
