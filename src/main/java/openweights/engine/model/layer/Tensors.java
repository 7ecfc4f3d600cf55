package openweights.engine.model.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import openweights.engine.math.Matrix;

/**
 * Where a family gets its tensors from, by name and expected shape: a checkpoint, a manifest of
 * shapes, random numbers, or weights in training.
 */
public interface Tensors {

    /** Whether there is a tensor of this name. */
    boolean has(String name);

    /**
     * The prefix of all names: the first of {@code prefixes} with which there is a tensor named
     * {@code probe}; the very first if there is none with any.
     */
    default String prefix(List<String> prefixes, String probe) {
        return prefixes.stream()
                .filter(prefix -> has(prefix + probe))
                .findFirst()
                .orElse(prefixes.get(0));
    }

    /**
     * Declares tensors that may be present and are not used, such as masks in old files. A name
     * that ends with {@code *} stands for all that begin so.
     */
    default void ignored(String... names) {}

    /** Throws an exception if the tensors are mapped from a file that has changed since. */
    default void requireUnchanged() {}

    /** Describes the first number that is NaN or infinite, if there is one; reads all tensors. */
    default Optional<String> nonFinite() {
        return Optional.empty();
    }

    /** A matrix W, stored as [rows, columns] = [outputs, inputs]. */
    Matrix matrix(String name, int rows, int columns);

    /** A matrix W of {@code rows} outputs, stored transposed as [columns, rows]. */
    Matrix transposed(String name, int rows, int columns);

    /** Matrix {@code index} of {@code count} stored together as [count, rows, columns]. */
    Matrix slice(String name, int index, int count, int rows, int columns);

    /** The same for a matrix that is stored transposed, as [count, columns, rows]. */
    Matrix transposedSlice(String name, int index, int count, int rows, int columns);

    /**
     * Several matrices with the same inputs as one matrix, with their outputs one after another.
     */
    Matrix stack(Matrix... parts);

    /**
     * What is made of several sets of tensors that differ in their names only, such as experts.
     *
     * @param each makes one, from the tensors of this number
     */
    default <T> List<T> alike(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    /** A vector, [size]. */
    float[] vector(String name, int size);

    /** Vector {@code index} of {@code count} stored together as [count, size]. */
    float[] vector(String name, int index, int count, int size);

    /** The kernels of a convolution of each channel by itself, stored as [channels, 1, size]. */
    float[] kernels(String name, int channels, int size);

    /** The file of a tensor and its name there, for messages. */
    default String origin(String name) {
        return name;
    }

    /** A single number, stored without dimensions. */
    float scalar(String name);

    /**
     * What the names of a language model's tensors begin with: alone, as saved without a head, or
     * as the text part of a multimodal model, old or new, whose other parts are ignored.
     */
    default String textPrefix() {
        List<String> known =
                List.of("model.", "", "language_model.model.", "model.language_model.");
        String prefix = prefix(known, "embed_tokens.weight");
        if (prefix.contains("language_model")) {
            ignored("vision_tower.*", "multi_modal_projector.*", "vision_model.*");
            ignored("model.vision_tower.*", "model.multi_modal_projector.*", "model.visual.*");
            ignored("model.audio_tower.*", "model.embed_vision.*", "model.embed_audio.*");
        }
        return prefix;
    }

    /** The name of the output head's matrix. */
    default String textHead() {
        return prefix(List.of("", "language_model."), "lm_head.weight") + "lm_head.weight";
    }
}
