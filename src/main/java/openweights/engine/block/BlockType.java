package openweights.engine.block;

/**
 * How a block of adjacent weights is stored. Names, ids, and bytes are those of ggml, so that a
 * block can be computed with as it lies in a GGUF file.
 *
 * <p>Source: {@code ggml-common.h} and {@code ggml.h} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>.
 */
public enum BlockType {
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    IQ4_NL(20, 32, 18),
    IQ4_XS(23, 256, 136),
    MXFP4(39, 32, 17);

    private final int id;
    private final int weights;
    private final int bytes;

    BlockType(int id, int weights, int bytes) {
        this.id = id;
        this.weights = weights;
        this.bytes = bytes;
    }

    /** ggml's number for this type. */
    public int id() {
        return id;
    }

    /** How many weights a block has. */
    public int weights() {
        return weights;
    }

    /** How many bytes a block takes, scales included. */
    public int bytes() {
        return bytes;
    }

    /** Bits per weight, scales included. */
    public double bitsPerWeight() {
        return 8.0 * bytes / weights;
    }
}
