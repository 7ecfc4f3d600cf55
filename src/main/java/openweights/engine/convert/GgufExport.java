package openweights.engine.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.engine.chat.TemplateFiles;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.model.Config;
import openweights.engine.model.ModelFiles;
import openweights.engine.model.TensorManifest;
import openweights.engine.token.Tokenizer;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;

/** Writes a model as one GGUF file, with its configuration, tokenizer, and chat templates. */
final class GgufExport {

    private final Path model;
    private final Config config;
    private final TensorSource tensors;
    private final WeightType type;

    GgufExport(Path model, ModelFiles files, WeightType type) {
        this.model = model;
        this.config = files.config();
        this.tensors = files.tensors();
        this.type = type;
    }

    void write(String name, Path out) throws IOException {
        FamilyKeys family = FamilyKeys.of(config);
        GgufWriter writer = new GgufWriter();
        writer.put("general.architecture", family.architecture());
        writer.put("general.type", "model");
        writer.put("general.name", name);
        writer.put("general.file_type", type.fileType());
        writer.put("general.quantization_version", 2);
        family.keys().forEach((key, value) -> writer.put(family.architecture() + "." + key, value));
        tokenizer().forEach(writer::put);
        chatTemplates().forEach(writer::put);
        for (String tensor : TensorManifest.of(config, tensors::contains).shapes().keySet()) {
            add(family.export().tensor(tensors.tensor(tensor)), writer);
        }
        RopeDivisors.of(config.family()).ifPresent(divisors -> add(divisors, writer));
        writer.write(out);
    }

    private Map<String, Object> tokenizer() {
        return TokenizerKeys.of(
                Tokenizer.read(model),
                Tokenizer.open(model),
                config.dimensions().vocabulary(),
                config.special());
    }

    private Map<String, String> chatTemplates() {
        Map<String, String> keys = new TreeMap<>();
        TemplateFiles.of(model)
                .texts()
                .forEach((name, text) -> keys.put(TemplateFiles.keyInGguf(name), text));
        return keys;
    }

    private void add(TensorView tensor, GgufWriter writer) {
        DType dtype = type.of(tensor);
        writer.tensor(
                tensor.name(),
                dtype,
                tensor.shape(),
                channel -> Encoding.write(tensor, dtype, channel));
    }

    private static void add(float[] divisors, GgufWriter writer) {
        ByteBuffer bytes =
                ByteBuffer.allocate(divisors.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(divisors);
        writer.tensor(
                RopeDivisors.NAME,
                DType.F32,
                List.of((long) divisors.length),
                channel -> channel.write(bytes.duplicate()));
    }
}
