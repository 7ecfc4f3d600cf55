package openweights.openness.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import openweights.engine.model.Config;
import openweights.engine.model.Footprint;
import openweights.engine.model.TensorManifest;

/**
 * What a model takes to run, computed from its configuration if the engine knows the family, else
 * from published numbers.
 *
 * @param parameters all weights; empty if unknown
 * @param outside the weights outside of matrices, which stay float32
 * @param active the weights that a token uses; fewer than all if there are experts
 * @param read the weights that a token reads: of the embedding its own row only, and only the
 *     experts that it is routed to
 * @param cacheBytes the bytes of the KV cache for a number of tokens, in float32; empty if unknown
 * @param counted true if the parameters were counted here
 */
public record Cost(
        OptionalLong parameters,
        long outside,
        OptionalLong active,
        OptionalLong read,
        Optional<IntToLongFunction> cacheBytes,
        boolean counted) {

    static Cost of(Entry entry) {
        return entry.config().map(Cost::counted).orElseGet(() -> stated(entry));
    }

    /** The bytes of all weights. */
    public OptionalLong memory(Width width) {
        return parameters.isEmpty()
                ? parameters
                : OptionalLong.of(bytes(width, parameters.getAsLong()));
    }

    /** The bytes of the KV cache for a context. */
    public OptionalLong cache(int tokens) {
        return cacheBytes
                .map(bytes -> OptionalLong.of(bytes.applyAsLong(tokens)))
                .orElse(OptionalLong.empty());
    }

    /**
     * Whether {@code ./course generate} would have room for it on a machine; false if that is
     * unknown. Eight and four bits lie on Java's heap, which is smaller than the memory.
     */
    public boolean fits(Machine machine, Width width, int tokens) {
        return memory(width).isPresent()
                && cacheBytes.isPresent()
                && new Footprint(
                                memory(width).getAsLong(),
                                cache(tokens).getAsLong(),
                                width.quantized())
                        .fitsGenerate(machine.memory());
    }

    /**
     * The upper bound on tokens per second from the machine's bandwidth: to generate a token, all
     * weights that it reads and the whole KV cache pass once from memory to the processor.
     */
    public OptionalDouble tokensPerSecond(Machine machine, Width width, int tokens) {
        if (read.isEmpty() || cacheBytes.isEmpty()) {
            return OptionalDouble.empty();
        }
        long bytes = bytes(width, read.getAsLong()) + cache(tokens).getAsLong();
        return OptionalDouble.of(machine.bandwidth() / bytes);
    }

    private long bytes(Width width, long weights) {
        return (long) width.bytes((double) (weights - outside)) + Float.BYTES * outside;
    }

    private static Cost counted(Config config) {
        TensorManifest tensors = TensorManifest.brief(config);
        long all = tensors.parameters();
        long active = all - tensors.idleParameters();
        return new Cost(
                OptionalLong.of(all),
                all - tensors.matrixParameters(),
                OptionalLong.of(active),
                OptionalLong.of(active - lookedUp(tensors)),
                Optional.of(tensors.cacheBytes()),
                true);
    }

    /** Embeddings, of which a token reads one row; a tied head reads all of it. */
    private static long lookedUp(TensorManifest tensors) {
        Map<String, List<Long>> shapes = tensors.shapes();
        boolean ownHead = shapes.keySet().stream().anyMatch(name -> name.startsWith("lm_head"));
        return shapes.entrySet().stream()
                .filter(tensor -> table(tensor.getKey(), ownHead))
                .mapToLong(tensor -> tensor.getValue().stream().reduce(1L, Math::multiplyExact))
                .sum();
    }

    private static boolean table(String name, boolean ownHead) {
        return name.endsWith("wpe.weight") || (ownHead && name.endsWith("embed_tokens.weight"));
    }

    private static Cost stated(Entry entry) {
        OptionalLong all = number(entry.fact("parameters"));
        OptionalLong active = number(entry.fact("active"));
        OptionalLong read = active.isPresent() ? active : all;
        OptionalLong context = number(entry.fact("context"));
        int window = context.isPresent() ? (int) context.getAsLong() : Integer.MAX_VALUE;
        Optional<IntToLongFunction> bytes =
                cache(entry.fact("cache")).map(each -> tokens -> each * Math.min(tokens, window));
        return new Cost(all, 0, read, read, bytes, false);
    }

    private static OptionalLong number(Fact fact) {
        return fact.value().matches("\\d+")
                ? OptionalLong.of(Long.parseLong(fact.value()))
                : OptionalLong.empty();
    }

    /** From a text such as "32 layers, 8 heads of 128". */
    private static Optional<Long> cache(Fact fact) {
        if (!fact.known()) {
            return Optional.empty();
        }
        String[] numbers = fact.value().replaceAll("\\D+", " ").strip().split(" ");
        long size = 2L * Float.BYTES;
        for (String number : numbers) {
            size *= Long.parseLong(number);
        }
        return Optional.of(size);
    }
}
