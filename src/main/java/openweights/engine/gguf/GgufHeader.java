package openweights.engine.gguf;

import java.util.List;
import openweights.engine.weights.TensorInfo;

/**
 * What a GGUF file says before its numbers begin.
 *
 * @param version of the format: 2 or 3
 * @param tensors in the order of their bytes; their places count from {@code dataStart}
 * @param alignment what each tensor's place is a multiple of
 * @param dataStart where the tensors begin, in bytes from the start of the file
 */
public record GgufHeader(
        int version, Metadata metadata, List<TensorInfo> tensors, long alignment, long dataStart) {

    public GgufHeader {
        tensors = List.copyOf(tensors);
    }
}
