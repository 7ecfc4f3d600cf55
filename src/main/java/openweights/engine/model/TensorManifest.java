package openweights.engine.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Network;

/**
 * The names and shapes of the tensors that a config asks for, without their numbers. It costs next
 * to nothing, even for the largest models.
 *
 * <pre>{@code
 * TensorManifest.of(Config.read(folder)).parameters(); // 8030261248 for Llama 3 8B
 * }</pre>
 */
public final class TensorManifest extends ShapeOnlyTensors {

    private static final int MAX_TENSORS = 1_000_000;

    private final Predicate<String> present;
    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final int context;
    private final Network network;

    /** Experts that are stacked in one tensor count one by one. */
    private int asked;

    private final boolean brief;

    /** How many tensors the one asked for now stands for; by name, where it is more than one. */
    private int alike = 1;

    private final Map<String, Integer> times = new HashMap<>();

    private TensorManifest(Config config, Predicate<String> present, boolean brief) {
        this.present = present;
        this.brief = brief;
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
        return new TensorManifest(config, present, false);
    }

    /**
     * For whoever counts weights and needs no names: of those that are {@link #alike}, such as a
     * layer's experts, it has the first only, which counts as often as there are.
     */
    public static TensorManifest brief(Config config) {
        return new TensorManifest(config, name -> false, true);
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
        return cacheBytes().applyAsLong(positions);
    }

    /** The same as a function, which does not hold on to the names and shapes. */
    public IntToLongFunction cacheBytes() {
        Network only = network;
        int longest = context;
        return positions -> only.cacheBytes(Math.min(positions, longest));
    }

    /** The number of weights of the experts that a token is not sent to. */
    public long idleParameters() {
        return network.idleBytesPerToken() / Float.BYTES; // a manifest's matrices are float32
    }

    /** The number of weights; an output head tied to the embedding counts once. */
    public long parameters() {
        return weights(0);
    }

    /** The number of weights in matrices. The others, in norms and biases, always stay float32. */
    public long matrixParameters() {
        return weights(2);
    }

    /** Of the tensors with so many dimensions or more. */
    private long weights(int dimensions) {
        long sum = 0;
        for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
            if (tensor.getValue().size() >= dimensions) {
                sum += elements(tensor.getValue()) * times.getOrDefault(tensor.getKey(), 1);
            }
        }
        return sum;
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
    public <T> List<T> alike(int count, IntFunction<T> each) {
        if (!brief) {
            return super.alike(count, each);
        }
        alike *= count;
        T one = each.apply(0);
        alike /= count;
        return Collections.nCopies(count, one);
    }

    /** A tensor that is not stored together with those that are like it. */
    @Override
    void requireEach(String name, long... shape) {
        if (alike > 1) {
            times.put(name, alike);
        }
        require(name, shape);
    }

    @Override
    void require(String name, long... shape) {
        asked++;
        if (asked > MAX_TENSORS) {
            throw new ModelException(
                    "config.json asks for more than "
                            + MAX_TENSORS
                            + " tensors or parts of tensors, more than any known model.");
        }
        shapes.put(name, boxed(shape));
    }

    /** A large model has tens of thousands of shapes; streams would take most of the time. */
    private static List<Long> boxed(long[] shape) {
        Long[] sizes = new Long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            sizes[i] = shape[i];
        }
        return List.of(sizes);
    }

    private static long elements(List<Long> shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }
}
