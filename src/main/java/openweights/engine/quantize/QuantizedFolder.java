package openweights.engine.quantize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import openweights.base.AtomicFolder;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import openweights.engine.block.Replaced;
import openweights.engine.model.config.QuantizedTensors;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;

/**
 * Writes a quantized model as a folder that the engine opens: safetensors in which a matrix in
 * blocks is {@code U8 [rows, bytes of a row]}, and a config.json that says so; see {@link
 * QuantizedTensors}. The tokenizer and the license come along.
 */
public final class QuantizedFolder {

    /** The files of a release that remain valid for the quantized model. */
    private static final List<String> KEPT =
            List.of(
                    "generation_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "LICENSE");

    private final Quantized quantized;
    private final Map<String, QuantizedTensors.Entry> entries = new LinkedHashMap<>();
    private final List<String> unchanged = new ArrayList<>();

    private QuantizedFolder(Quantized quantized) {
        this.quantized = quantized;
    }

    /**
     * Writes the folder, and returns what the user should know about it, a line each.
     *
     * @param base the folder of the model that was quantized
     * @throws UserException if {@code target} is there already, or {@code base} is not a folder
     *     with safetensors
     */
    public static List<String> write(Quantized quantized, Path base, Path target)
            throws IOException {
        if (!Files.isRegularFile(base.resolve("config.json"))) {
            throw new UserException(
                    base
                            + " has no config.json with safetensors; a GGUF file is quantized already.");
        }
        QuantizedFolder written = new QuantizedFolder(quantized);
        AtomicFolder.write(target, folder -> written.writeTo(folder, base));
        return written.notes();
    }

    private List<String> notes() {
        return unchanged.isEmpty()
                ? List.of()
                : List.of(
                        Replaced.some(unchanged, "is", "are")
                                + " written as before: blocks cannot be laid out in that shape. What was measured has them in blocks.");
    }

    private void writeTo(Path folder, Path base) throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (StoredTensor tensor : Checkpoint.open(base).tensors()) {
            put(tensor, writer);
        }
        writer.write(folder.resolve("model.safetensors"));
        ObjectNode config = (ObjectNode) Json.read(base.resolve("config.json"));
        config.setAll((ObjectNode) Json.tree(QuantizedTensors.section(entries)));
        Files.writeString(folder.resolve("config.json"), Json.pretty(config) + "\n");
        for (String name : KEPT) {
            if (Files.isRegularFile(base.resolve(name))) {
                Files.copy(base.resolve(name), folder.resolve(name));
            }
        }
    }

    private void put(StoredTensor tensor, SafetensorsWriter writer) {
        List<QuantizedMatrix> matrices = quantized.matrices().get(tensor.name());
        boolean transposed = quantized.transposed().contains(tensor.name());
        if (matrices == null) {
            writer.put(tensor);
            return;
        }
        if (!fits(tensor, matrices, transposed)) {
            unchanged.add(tensor.name());
            writer.put(tensor);
            return;
        }
        QuantizedMatrix first = matrices.get(0);
        BlockType type = first.type();
        long[] shape = tensor.shape();
        if (transposed) {
            shape = new long[] {shape[1], shape[0]};
        }
        entries.put(
                tensor.name(),
                new QuantizedTensors.Entry(
                        type.name(), LongStream.of(shape).boxed().toList(), transposed));
        ByteBuffer all =
                ByteBuffer.allocate(matrices.stream().mapToInt(m -> m.blocks().length).sum());
        matrices.forEach(matrix -> all.put(matrix.blocks()));
        long rowBytes = (long) type.blocks(first.columns()) * type.bytes();
        long[] stored = {all.capacity() / rowBytes, rowBytes};
        writer.put(tensor.name(), DType.U8, stored, all.flip());
    }

    /**
     * Whether the blocks are all of the tensor, in its order, without weights that fill them up.
     */
    private static boolean fits(
            StoredTensor tensor, List<QuantizedMatrix> matrices, boolean transposed) {
        long weights = matrices.stream().mapToLong(m -> (long) m.rows() * m.columns()).sum();
        QuantizedMatrix first = matrices.get(0);
        return weights == tensor.elements()
                && first.columns() % first.type().weights() == 0
                && (!transposed || tensor.shape().length == 2);
    }
}
