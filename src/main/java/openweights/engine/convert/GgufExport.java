package openweights.engine.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.TemporaryFolder;
import openweights.base.UserException;
import openweights.engine.block.Replaced;
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
    private final Replaced replaced;

    GgufExport(Path model, ModelFiles files, WeightType type) {
        this.model = model;
        this.config = files.config();
        this.tensors = files.tensors();
        this.type = type;
        this.replaced = new Replaced(type.dtype().toString(), type.dtype().unit());
    }

    /** What the user should know about the file that was checked. */
    List<String> notes() {
        return replaced.notes();
    }

    /** A draft without weights is read and compared first, so that a wrong file never exists. */
    GgufWriter checked(String name) throws IOException {
        FamilyKeys family = FamilyKeys.of(config);
        GgufWriter writer = new GgufWriter();
        writer.put("general.architecture", family.architecture());
        writer.put("general.type", "model");
        writer.put("general.name", name);
        writer.put("general.file_type", type.fileType());
        writer.put("general.quantization_version", 2);
        family.keys().forEach((key, value) -> writer.put(family.architecture() + "." + key, value));
        Tokenizer tokenizer = Tokenizer.open(model);
        tokenizer(tokenizer, family.architecture()).forEach(writer::put);
        WrittenSampling.keys(model, config.special()).forEach(writer::put);
        chatTemplates().forEach(writer::put);
        family.export().keys(all()).forEach(writer::put);
        family.export().tensors(all()).forEach(tensor -> add(tensor, writer));
        new TreeMap<>(family.divisors()).forEach((tensor, values) -> add(tensor, values, writer));
        try (TemporaryFolder scratch = TemporaryFolder.create("convert")) {
            Path draft = scratch.path().resolve("draft.gguf");
            writer.writeDraft(draft);
            try {
                check(draft, tokenizer);
            } catch (UserException e) {
                throw said(e, draft);
            }
        }
        return writer;
    }

    /** The draft is gone when somebody reads the message. */
    private UserException said(UserException failure, Path draft) {
        String message = String.valueOf(failure.getMessage());
        if (!message.contains(draft.toString())) {
            return failure;
        }
        return new UserException(
                "%s cannot be written as GGUF, because the engine could not read it again: %s"
                        .formatted(
                                model,
                                message.replace(draft + ": ", "")
                                        .replace(draft.toString(), "the file")),
                failure);
    }

    private Collection<TensorView> all() {
        return TensorManifest.of(config, tensors::contains).shapes().keySet().stream()
                .map(tensors::tensor)
                .toList();
    }

    private void check(Path draft, Tokenizer tokenizer) throws IOException {
        ModelFiles written = ModelFiles.of(draft);
        WrittenFamily.requireSame(config, written.config());
        TensorManifest.of(written.config(), written.tensors()::contains)
                .shapes()
                .forEach(
                        (tensor, shape) -> {
                            List<Long> found = written.tensors().tensor(tensor).shape();
                            if (!found.equals(shape)) {
                                throw new IllegalStateException(
                                        tensor + " was written with the shape " + found);
                            }
                        });
        WrittenTokenizer.requireSame(tokenizer, Tokenizer.open(draft), model);
    }

    private Map<String, Object> tokenizer(Tokenizer tokenizer, String architecture) {
        return TokenizerKeys.of(
                Tokenizer.read(model),
                tokenizer,
                architecture,
                config.dimensions().vocabulary(),
                config.special());
    }

    /** Each template has a key, and those with a special purpose are listed as well. */
    private Map<String, Object> chatTemplates() {
        Map<String, Object> keys = new TreeMap<>();
        Map<String, String> texts = TemplateFiles.of(model).texts();
        texts.forEach((name, text) -> keys.put(TemplateFiles.keyInGguf(name), text));
        List<String> named =
                texts.keySet().stream()
                        .filter(name -> !name.equals(TemplateFiles.DEFAULT))
                        .sorted()
                        .toList();
        if (!named.isEmpty()) {
            keys.put("tokenizer.chat_templates", named);
        }
        return keys;
    }

    private void add(TensorView tensor, GgufWriter writer) {
        DType dtype = type.of(tensor);
        if (type.isReplaced(tensor)) {
            replaced.add(tensor.name(), dtype.toString());
        }
        writer.tensor(
                tensor.name(),
                dtype,
                tensor.shape(),
                channel -> Encoding.write(tensor, dtype, channel));
    }

    private static void add(String name, float[] divisors, GgufWriter writer) {
        ByteBuffer bytes =
                ByteBuffer.allocate(divisors.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(divisors);
        writer.tensor(
                name,
                DType.F32,
                List.of((long) divisors.length),
                channel -> channel.write(bytes.duplicate()));
    }
}
