package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import openweights.base.UserException;
import openweights.engine.view.Renamed;
import openweights.engine.view.TensorView;

/**
 * The architectures that can be written, with the names and rows that their tensors have in GGUF
 * files.
 */
public final class Export {

    private static final String GATE_UP = ".experts.gate_up_proj";
    private static final String DOWN = ".experts.down_proj";

    private final Naming naming;

    private Export(Naming naming) {
        this.naming = naming;
    }

    /** Llama, Mistral, and families whose queries and keys llama.cpp rotates in pairs. */
    public static Export llama(int headSize) {
        return new Export(LlamaNames.naming(Heads.pairs(headSize)));
    }

    public static Export mixtral(int headSize) {
        return new Export(LlamaNames.withExperts(LlamaNames.naming(Heads.pairs(headSize))));
    }

    /** Qwen 2 and 3. */
    public static Export qwen() {
        return new Export(QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME)));
    }

    /** All of Command R. */
    public static Export commandR() {
        return new Export(CohereNames.namingOfFirst());
    }

    public static Export cohere() {
        return new Export(CohereNames.naming());
    }

    public static Export glm4() {
        return new Export(Glm4Names.naming());
    }

    /** Qwen 3 with experts, and OLMoE. */
    public static Export qwenWithExperts() {
        return new Export(QwenNames.namingWithExperts());
    }

    public static Export gemma4() {
        return new Export(Gemma4Names.naming());
    }

    /**
     * @param keys heads of keys in linear attention
     * @param values heads of values
     * @param size numbers in a head
     */
    public static Export qwen35(int keys, int values, int size) {
        return new Export(Qwen35Names.naming(keys, values, size));
    }

    public static Export gptOss() {
        return new Export(GptOssNames.naming());
    }

    public static Export llama4() {
        return new Export(Llama4Names.naming());
    }

    public static Export apertus() {
        return new Export(ApertusNames.naming());
    }

    /**
     * @param keys numbers of a head's keys that are not rotated
     * @param values numbers of a head's values
     */
    public static Export deepseekV3(int keys, int values) {
        return new Export(DeepseekNames.naming(keys, values));
    }

    /** The same, with all experts of a layer in two tensors. */
    public static Export mistral4(int keys, int values) {
        return new Export(QwenNames.withStackedExperts(DeepseekNames.naming(keys, values)));
    }

    public static Export gemma() {
        return new Export(GemmaNames.namingOfFirst());
    }

    public static Export gemma2() {
        return new Export(GemmaNames.naming());
    }

    public static Export gemma3() {
        return new Export(GemmaNames.namingOfThird());
    }

    public static Export olmo2() {
        return new Export(OlmoNames.namingOfSecond());
    }

    public static Export phi3() {
        return new Export(Phi3Names.naming());
    }

    public static Export stableLm() {
        return new Export(StableLmNames.naming());
    }

    public static Export starcoder2() {
        return new Export(Starcoder2Names.naming());
    }

    public static Export gpt2() {
        return new Export(Gpt2Names.naming());
    }

    public static Export gptNeox(int heads, int headSize) {
        return new Export(GptNeoxNames.naming(Heads.fused(heads, heads, headSize)));
    }

    public static Export bloom(int heads, int headSize) {
        return new Export(BloomNames.naming(Heads.fused(heads, heads, headSize)));
    }

    /**
     * @param twoNorms whether attention and the feed-forward part have norms of their own
     */
    public static Export falcon(int heads, int keyValueHeads, int headSize, boolean twoNorms) {
        return new Export(
                FalconNames.naming(Heads.fused(heads, keyValueHeads, headSize), twoNorms));
    }

    /** What a GGUF file has among its keys of a family's tensors; nothing for most families. */
    public Map<String, List<Float>> keys(Collection<TensorView> tensors) {
        return naming.numbers().write(tensors);
    }

    /**
     * A family's tensors as a GGUF file has them.
     *
     * @throws UserException if one of them has no name there
     */
    public List<TensorView> tensors(Collection<TensorView> tensors) {
        List<TensorView> written = new ArrayList<>();
        Map<String, Arrangement> arrangements = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, TensorView>> parts = new LinkedHashMap<>();
        for (TensorView tensor : tensors) {
            if (naming.numbers().has(tensor)) {
                continue;
            }
            List<TensorView> composed = naming.composed(tensor);
            written.addAll(composed);
            for (TensorView each : composed.isEmpty() ? apart(tensor) : List.<TensorView>of()) {
                Naming.Place place = naming.place(each);
                boolean whole = each.name().contains("*");
                arrangements.put(place.stored(), whole ? Arrangement.SAME : place.arrangement());
                TensorView other =
                        parts.computeIfAbsent(place.stored(), stored -> new TreeMap<>())
                                .put(place.number(), each);
                if (other != null) {
                    throw new UserException(
                            "%s and %s have one name in GGUF files."
                                    .formatted(other.origin(), each.origin()));
                }
            }
        }
        arrangements.forEach(
                (stored, arrangement) -> {
                    List<TensorView> all =
                            List.copyOf(Objects.requireNonNull(parts.get(stored)).values());
                    written.add(arrangement.write(stored, all));
                });
        return written;
    }

    /**
     * All experts of a layer as in the memory of transformers 5: in GGUF files as three tensors.
     */
    private static List<TensorView> apart(TensorView tensor) {
        String name = tensor.name();
        if (name.endsWith(GATE_UP)) {
            String stem = name.substring(0, name.length() - GATE_UP.length()) + ".experts.*.";
            return Form.rowsOfTwo(0)
                    .write(List.of(stem + "gate_proj.weight", stem + "up_proj.weight"), tensor);
        }
        if (name.endsWith(DOWN)) {
            String stem = name.substring(0, name.length() - DOWN.length()) + ".experts.*.";
            return List.of(new Renamed(stem + "down_proj.weight", tensor));
        }
        return List.of(tensor);
    }
}
