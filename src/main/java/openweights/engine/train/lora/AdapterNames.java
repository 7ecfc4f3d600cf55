package openweights.engine.train.lora;

import org.jspecify.annotations.Nullable;

/** PEFT's names for an adapter's files and tensors. */
final class AdapterNames {

    static final String CONFIG = "adapter_config.json";
    static final String WEIGHTS = "adapter_model.safetensors";
    static final String PICKLED = "adapter_model.bin";

    private static final String PREFIX = "base_model.model.";
    private static final String A = ".lora_A.weight";
    private static final String B = ".lora_B.weight";

    private AdapterNames() {}

    static String a(String module) {
        return PREFIX + module + A;
    }

    static String b(String module) {
        return PREFIX + module + B;
    }

    /** The module that the tensor of an A or a B belongs to; null for any other name. */
    static @Nullable String module(String tensor) {
        boolean known = tensor.startsWith(PREFIX) && (tensor.endsWith(A) || tensor.endsWith(B));
        return known ? tensor.substring(PREFIX.length(), tensor.length() - A.length()) : null;
    }
}
