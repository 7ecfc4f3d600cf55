package openweights.engine.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import openweights.base.UserException;

/** Refuses quantized models, for commands that quantize or merge. */
public final class FloatWeights {

    private static final Set<DType> FLOATS = Set.of(DType.F32, DType.F64, DType.F16, DType.BF16);

    private FloatWeights() {}

    /**
     * @throws UserException if a matrix of the model is stored in another type than float32,
     *     float64, float16 or bfloat16
     */
    public static void require(Path folder) throws IOException {
        for (StoredTensor tensor : Checkpoint.open(folder).tensors()) {
            if (tensor.shape().length == 2 && !FLOATS.contains(tensor.dtype())) {
                throw new UserException(
                        "%s: these weights are quantized already: \"%s\" is of type %s. Use the release that they were made from, with weights in float32, float16 or bfloat16."
                                .formatted(folder, tensor.name(), tensor.dtype()));
            }
        }
    }
}
