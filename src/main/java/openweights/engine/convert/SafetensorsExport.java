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
import openweights.engine.token.Tokenizer;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.SafetensorsWriter;

/** Writes a model as a folder with config.json, tokenizer.json, and model.safetensors. */
final class SafetensorsExport {

    /** What is taken over as it is, where a model has it. */
    private static final List<String> COMPANIONS =
            List.of(
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "chat_template.jinja",
                    "generation_config.json",
                    "LICENSE");

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
            config.put("dtype", dtype());
            Files.writeString(folder.resolve("config.json"), Json.pretty(config));
            Files.writeString(
                    folder.resolve("tokenizer.json"), TokenizerText.of(Tokenizer.read(model)));
        } else {
            ObjectNode config = (ObjectNode) Json.read(model.resolve("config.json"));
            config.remove("torch_dtype");
            config.put("dtype", dtype());
            Files.writeString(folder.resolve("config.json"), Json.pretty(config));
            for (String name : COMPANIONS) {
                if (Files.exists(model.resolve(name))) {
                    Files.copy(model.resolve(name), folder.resolve(name));
                }
            }
        }
        writeTensors(folder.resolve("model.safetensors"));
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
        for (String name :
                TensorManifest.of(files.config(), tensors::contains).shapes().keySet()) {
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
