package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What is to be quantized or taught must not have been quantized before. */
public final class FloatWeights {

    private static final Set<DType> FLOATS = Set.of(DType.F32, DType.F64, DType.F16, DType.BF16);

    private FloatWeights() {}

    /**
     * @throws IllegalArgumentException if a matrix of the model has another type
     */
    public static void require(Path folder) throws IOException {
        for (StoredTensor tensor : Checkpoint.open(folder).tensors()) {
            if (tensor.shape().length == 2 && !FLOATS.contains(tensor.dtype())) {
                throw new IllegalArgumentException(
                        "%s: these weights are quantized already: \"%s\" is of type %s. Take the release that they were made from, with weights in float32, float16 or bfloat16."
                                .formatted(folder, tensor.name(), tensor.dtype()));
            }
        }
    }
}
