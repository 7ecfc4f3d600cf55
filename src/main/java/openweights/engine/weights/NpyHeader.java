package openweights.engine.weights;

import java.util.List;

/**
 * The header of a .npy file.
 *
 * @param version 1, 2 or 3; they differ in the header's maximum length and its character set
 * @param bigEndian whether each number's highest byte comes first
 * @param fortranOrder whether the first axis varies fastest
 * @param dataStart where the numbers start, in bytes from the start of the file
 */
public record NpyHeader(
        int version,
        DType dtype,
        boolean bigEndian,
        boolean fortranOrder,
        List<Long> shape,
        long dataStart) {}
