package openweights.engine.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.Json;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.architecture.Architecture;
import openweights.engine.model.ModelFiles;
import openweights.engine.model.TensorManifest;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.SafetensorsWriter;

/** Writes a model as a folder with config.json, tokenizer.json, and model.safetensors. */
final class SafetensorsExport {

    private final Path model;
    private final ModelFiles files;
    private final WeightType type;

    SafetensorsExport(Path model, ModelFiles files, WeightType type) {
        this.model = model;
        this.files = files;
        this.type = type;
    }

    void write(Path folder) throws IOException {
        Optional<Path> gguf = Gguf.at(model);
        if (gguf.isPresent()) {
            Map<String, Object> config = Architecture.of(Gguf.open(gguf.get())).config();
            config.replaceAll((key, value) -> shortened(value));
            writeConfig((ObjectNode) Json.tree(config), folder);
            Companions.write(gguf.get(), folder);
            Map<String, Object> sampling =
                    WrittenSampling.json(gguf.get(), files.config().special());
            if (!sampling.isEmpty()) {
                Files.writeString(folder.resolve("generation_config.json"), Json.pretty(sampling));
            }
        } else {
            Path file = model.resolve("config.json");
            byte[] bytes = Files.readAllBytes(file);
            writeConfig(
                    (ObjectNode) Json.readAsPython(file.toString(), bytes, warning -> {}), folder);
            Companions.copy(model, folder);
        }
        writeTensors(folder.resolve("model.safetensors"));
    }

    /** GGUF files have float32 numbers: 1e-6 is 9.999999974752427e-7 as a double. */
    private static Object shortened(Object value) {
        return value instanceof Double number && (float) (double) number == number
                ? Double.valueOf(Float.toString((float) (double) number))
                : value;
    }

    /** The tensors are written in a type in which each number stands for itself. */
    private void writeConfig(ObjectNode config, Path folder) throws IOException {
        config.remove(List.of("torch_dtype", "quantization_config"));
        config.put("dtype", dtype());
        Files.writeString(folder.resolve("config.json"), Json.pretty(config));
    }

    private String dtype() {
        return switch (type) {
            case F16 -> "float16";
            case BF16 -> "bfloat16";
            default -> "float32";
        };
    }

    private void writeTensors(Path file) throws IOException {
        TensorSource tensors = files.tensors();
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (String name : TensorManifest.of(files.config(), tensors::contains).shapes().keySet()) {
            TensorView tensor = tensors.tensor(name);
            long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
            writer.put(
                    name,
                    type.dtype(),
                    shape,
                    channel -> Encoding.write(tensor, type.dtype(), channel));
        }
        writer.write(file);
    }
}
