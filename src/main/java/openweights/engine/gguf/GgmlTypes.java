package openweights.engine.gguf;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openweights.engine.weights.DType;

/** ggml's numbers for the types of tensors. */
final class GgmlTypes {

    private static final Map<Integer, DType> READ = read();

    /** Types that other programs read and this one does not, for messages. */
    private static final Map<Integer, String> OTHER =
            Map.ofEntries(
                    Map.entry(9, "Q8_1"),
                    Map.entry(15, "Q8_K"),
                    Map.entry(16, "IQ2_XXS"),
                    Map.entry(17, "IQ2_XS"),
                    Map.entry(18, "IQ3_XXS"),
                    Map.entry(19, "IQ1_S"),
                    Map.entry(21, "IQ3_S"),
                    Map.entry(22, "IQ2_S"),
                    Map.entry(29, "IQ1_M"),
                    Map.entry(34, "TQ1_0"),
                    Map.entry(35, "TQ2_0"));

    private GgmlTypes() {}

    private static Map<Integer, DType> read() {
        Map<Integer, DType> types = new TreeMap<>();
        types.put(0, DType.F32);
        types.put(1, DType.F16);
        types.put(24, DType.I8);
        types.put(25, DType.I16);
        types.put(26, DType.I32);
        types.put(27, DType.I64);
        types.put(28, DType.F64);
        types.put(30, DType.BF16);
        for (DType type : DType.values()) {
            type.block().ifPresent(block -> types.put(block.id(), type));
        }
        return types;
    }

    static Optional<DType> find(int id) {
        return Optional.ofNullable(READ.get(id));
    }

    /** The number of a type that a GGUF file can hold. */
    static int id(DType type) {
        return READ.entrySet().stream()
                .filter(known -> known.getValue() == type)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("A GGUF file cannot hold " + type + "."))
                .getKey();
    }

    /** What is known about the type, and which types are supported. */
    static String refusal(int id) {
        return "is of type "
                + Integer.toUnsignedString(id)
                + (OTHER.containsKey(id) ? " (" + OTHER.get(id) + ")" : "")
                + "; supported ones are "
                + READ.values();
    }
}
