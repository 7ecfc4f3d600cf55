package openweights.engine.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * The names and shapes of the tensors that a config asks for, without their numbers. It costs next
 * to nothing, even for the largest models.
 *
 * <pre>{@code
 * TensorManifest.of(Config.read(folder)).parameters(); // 8030261248 for Llama 3 8B
 * }</pre>
 */
public final class TensorManifest implements Tensors {

    private static final int MAX_TENSORS = 1_000_000;

    private final Predicate<String> present;
    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final int context;
    private final Network network;

    /** Experts that are stacked in one tensor count one by one. */
    private int asked;

    private TensorManifest(Config config, Predicate<String> present) {
        this.present = present;
        this.context = config.dimensions().context();
        this.network = config.family().network(this);
    }

    /** With the names that released files use. */
    public static TensorManifest of(Config config) {
        return of(config, name -> false);
    }

    /**
     * With the names of a file, where there are several ways to name a tensor.
     *
     * @param present whether the file has a tensor of this name
     */
    public static TensorManifest of(Config config, Predicate<String> present) {
        return new TensorManifest(config, present);
    }

    /** Names and shapes, in the order of the forward pass. */
    public Map<String, List<Long>> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    /** Whether a file may contain a tensor of this name in addition. */
    public boolean isSpare(String name) {
        return ignored.stream()
                .anyMatch(
                        spare ->
                                spare.endsWith("*")
                                        ? name.startsWith(spare.substring(0, spare.length() - 1))
                                        : name.equals(spare));
    }

    /** Bytes of the KV cache for a text of {@code positions} tokens, or of the whole context. */
    public long cacheBytes(int positions) {
        return network.cacheBytes(Math.min(positions, context));
    }

    /** The number of weights of the experts that a token is not sent to. */
    public long idleParameters() {
        return network.idleBytesPerToken() / Float.BYTES; // a manifest's matrices are float32
    }

    /** The number of weights; an output head tied to the embedding counts once. */
    public long parameters() {
        return shapes.values().stream().mapToLong(TensorManifest::elements).sum();
    }

    /** The number of weights in matrices. The others, in norms and biases, always stay float32. */
    public long matrixParameters() {
        return shapes.values().stream()
                .filter(shape -> shape.size() > 1)
                .mapToLong(TensorManifest::elements)
                .sum();
    }

    @Override
    public boolean has(String name) {
        return present.test(name);
    }

    @Override
    public void ignored(String... names) {
        ignored.addAll(Arrays.asList(names));
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        require(name, rows, columns);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        require(name, columns, rows);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        require(name, count, rows, columns);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
        require(name, count, columns, rows);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return new ShapeOnlyMatrix(
                Stream.of(parts).mapToInt(Matrix::rows).sum(), parts[0].columns());
    }

    @Override
    public float[] vector(String name, int size) {
        require(name, size);
        return new float[0];
    }

    @Override
    public float[] vector(String name, int index, int count, int size) {
        require(name, count, size);
        return new float[0];
    }

    @Override
    public float[] kernels(String name, int channels, int size) {
        require(name, channels, 1, size);
        return new float[0];
    }

    @Override
    public float scalar(String name) {
        require(name);
        return 0;
    }

    private void require(String name, long... shape) {
        asked++;
        if (asked > MAX_TENSORS) {
            throw new ModelException(
                    "config.json asks for more than "
                            + MAX_TENSORS
                            + " tensors or parts of tensors, more than any known model.");
        }
        shapes.put(name, LongStream.of(shape).boxed().toList());
    }

    private static long elements(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
