package openweights.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import openweights.weights.Checkpoint;
import openweights.weights.DType;
import openweights.weights.StoredTensor;

/** What is to be quantised or taught must not have been quantised before. */
final class FloatWeights {

    private static final Set<DType> FLOATS = Set.of(DType.F32, DType.F64, DType.F16, DType.BF16);

    private FloatWeights() {}

    /**
     * @throws IllegalArgumentException if a matrix of the model has another type
     */
    static void require(Path folder) throws IOException {
        for (StoredTensor tensor : Checkpoint.open(folder).tensors()) {
            if (tensor.shape().length == 2 && !FLOATS.contains(tensor.dtype())) {
                throw new IllegalArgumentException(
                        "%s: these weights are quantised already: \"%s\" is of type %s. Take the release that they were made from, with weights in float32, float16 or bfloat16."
                                .formatted(folder, tensor.name(), tensor.dtype()));
            }
        }
    }
}
