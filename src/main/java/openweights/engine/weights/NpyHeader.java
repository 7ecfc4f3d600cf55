package openweights.engine.weights;

import java.util.List;

/**
 * The header of a .npy file.
 *
 * @param version 1, 2 or 3; they differ in how long and in what alphabet the header may be
 * @param bigEndian whether each number's highest byte comes first
 * @param fortranOrder whether the first axis is the one that runs fastest
 * @param dataStart where the numbers start in the file
 */
public record NpyHeader(
        int version,
        DType dtype,
        boolean bigEndian,
        boolean fortranOrder,
        List<Long> shape,
        long dataStart) {}
