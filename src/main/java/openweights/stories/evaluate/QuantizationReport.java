package openweights.stories.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openweights.base.AtomicFolder;
import openweights.base.Json;
import openweights.base.ShellWord;
import openweights.base.TextTable;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import openweights.engine.gguf.Gguf;
import openweights.engine.model.Model;
import openweights.engine.quantize.Quantized;
import openweights.engine.quantize.QuantizedFolder;
import openweights.engine.quantize.TensorError;
import openweights.engine.token.Tokenizer;
import openweights.engine.weights.FloatWeights;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;
import org.jspecify.annotations.Nullable;

/**
 * What a model loses when its matrices are held in 8 or 4 bits.
 *
 * @param type how blocks of weights are stored where rows are whole blocks
 * @param tensors the error of each matrix, in the order of the forward pass
 * @param bitsPerWeight the mean over all matrices, scales included
 * @param bytes the size of the quantized matrices
 * @param float32Bytes the size of the same matrices in float32
 * @param fileBytes the size of the file that was written, or null if none was
 * @param notes which matrices got another type, or none, a line each
 * @param float32 the loss before, or null if it was not measured
 * @param quantized the loss after, or null if it was not measured
 */
public record QuantizationReport(
        BlockType type,
        List<TensorError> tensors,
        double bitsPerWeight,
        long bytes,
        long float32Bytes,
        @Nullable Long fileBytes,
        List<String> notes,
        @Nullable CrossEntropy float32,
        @Nullable CrossEntropy quantized) {

    /**
     * Quantizes a model in memory and measures it.
     *
     * @param stories how many validation stories to measure the loss on; 0 to measure none
     * @param target where to write the quantized model; null to write none
     * @throws UserException if it is a GGUF file, if the weights are quantized already, if stories
     *     are asked for and there is no tokenizer, or if {@code target} is there already
     */
    public static QuantizationReport of(
            Path folder, BlockType type, int stories, @Nullable Path target) throws IOException {
        requireFolder(folder);
        FloatWeights.require(folder);
        if (stories > 0 && !Files.exists(folder.resolve("tokenizer.json"))) {
            throw new UserException(
                    folder
                            + ": has no tokenizer.json, so the model cannot read stories. Use --stories 0 to measure the matrices alone.");
        }
        Model model = Model.open(folder);
        if (target != null) {
            AtomicFolder.requireFree(target);
        }
        Quantized quantized = Quantized.of(model, type);
        List<String> notes = new ArrayList<>(quantized.notes());
        if (target != null) {
            notes.addAll(QuantizedFolder.write(quantized, folder, target));
        }
        return new QuantizationReport(
                type,
                quantized.errors(),
                quantized.bitsPerWeight(),
                quantized.bytes(),
                Float.BYTES * quantized.weights(),
                target == null ? null : Files.size(target.resolve("model.safetensors")),
                notes,
                loss(folder, model, stories),
                loss(folder, quantized.model(), stories));
    }

    private static void requireFolder(Path model) {
        Optional<Path> gguf = Gguf.at(model);
        if (gguf.isPresent()) {
            throw new UserException(
                    "%s is a GGUF file, and quantize needs a folder with config.json and model.safetensors.\nTo write the model in fewer bits: ./course convert %2$s --to gguf --type q4_0\nTo measure what fewer bits lose: ./course convert %2$s --to safetensors --type f32 --out unpacked && ./course quantize unpacked"
                            .formatted(gguf.get(), ShellWord.of(gguf.get())));
        }
    }

    private static @Nullable CrossEntropy loss(Path folder, Model model, int count)
            throws IOException {
        if (count == 0) {
            return null;
        }
        List<Story> stories = new Stories(1).validationStories(count);
        return CrossEntropy.of(Candidate.of(model, Tokenizer.open(folder)), stories);
    }

    /** The report as JSON; the components are the keys, in snake case. */
    public String json() {
        return Json.prettySnakeCase(this) + "\n";
    }

    /** The report as tables. */
    public String text() {
        TextTable table = new TextTable();
        table.row("matrix", "size", "type", "error (rms)", "largest", "of the weights");
        for (TensorError e : tensors) {
            table.row(
                    e.tensor(),
                    e.rows() + " x " + e.columns(),
                    e.type().name(),
                    format("%.6f", e.rootMeanSquare()),
                    format("%.6f", e.largest()),
                    format("%.2f %%", 100 * e.relative()));
        }
        String size =
                format(
                        "%n%.2f bits per weight, scales included: %.2f MB instead of %.2f MB in float32%n",
                        bitsPerWeight, bytes / 1e6, float32Bytes / 1e6);
        String file =
                fileBytes == null
                        ? ""
                        : format(
                                "The file has %.2f MB: these, and what is not in blocks.%n",
                                fileBytes / 1e6);
        return table + size + file + losses();
    }

    private String losses() {
        if (float32 == null || quantized == null) {
            return "";
        }
        TextTable table = new TextTable();
        table.row("", "nats per story", "perplexity", "above the entropy");
        loss(table, "float32", float32);
        loss(table, "quantized", quantized);
        return "\n" + table;
    }

    private static void loss(TextTable table, String name, CrossEntropy loss) {
        table.row(
                name,
                format("%.3f", loss.model()),
                format("%.4f", loss.perplexity()),
                format("%.2f %%", 100 * loss.excess()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
