package openweights.engine.model.config;

import java.util.Optional;
import java.util.Set;

/**
 * What {@code quantization_config} in config.json says about the numbers in the file. A model that
 * was quantized by a method that the engine does not read would be computed wrongly.
 */
public final class Quantization {

    /** The values of {@code quant_method} whose tensors the engine reads. */
    private static final Set<String> READ = Set.of(QuantizedTensors.METHOD, "fp8", "mxfp4");

    private Quantization() {}

    /** Whether the engine reads tensors that were quantized by a method. */
    public static boolean reads(String method) {
        return READ.contains(method);
    }

    /**
     * @throws ModelException if the model was quantized by a method that the engine does not read
     */
    public static void check(Keys keys) {
        Optional<Keys> section = keys.section(QuantizedTensors.ENTRY, "compression_config");
        if (section.isEmpty()) {
            return;
        }
        section.get().useAll();
        String method = section.get().text("", "quant_method");
        if (!reads(method)) {
            throw new ModelException(
                    section.get().where()
                            + ": the weights are quantized"
                            + (method.isEmpty() ? "" : " with " + method)
                            + ", which the engine does not read. Fetch the release in bfloat16 or float32 that this one was made from, and quantize it here: --dtype int8 or int4.");
        }
    }
}
