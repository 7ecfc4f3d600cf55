package openweights.engine.block;

/**
 * How a block of adjacent weights is stored, and how it becomes floats. Names, ids, and bytes are
 * those of ggml, so that a block can be computed with as it lies in a GGUF file.
 *
 * <p>Source: {@code ggml-common.h} and {@code ggml.h} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>.
 */
public enum BlockType {
    Q4_0(2, 32, 18, FourBits::decodeQ4_0),
    Q4_1(3, 32, 20, FourBits::decodeQ4_1),
    Q5_0(6, 32, 22, FiveBits::decodeQ5_0),
    Q5_1(7, 32, 24, FiveBits::decodeQ5_1),
    Q8_0(8, 32, 34, EightBits::decodeQ8_0),
    Q2_K(10, 256, 84, Q2K::decode),
    Q3_K(11, 256, 110, Q3K::decode),
    Q4_K(12, 256, 144, Q4K::decode),
    Q5_K(13, 256, 176, Q5K::decode),
    Q6_K(14, 256, 210, Q6K::decode),
    IQ4_NL(20, 32, 18, Codebook::decodeIq4Nl),
    IQ4_XS(23, 256, 136, Codebook::decodeIq4Xs),
    MXFP4(39, 32, 17, Mxfp4::decode);

    private final int id;
    private final int weights;
    private final int bytes;
    private final BlockDecoder decoder;

    BlockType(int id, int weights, int bytes, BlockDecoder decoder) {
        this.id = id;
        this.weights = weights;
        this.bytes = bytes;
        this.decoder = decoder;
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

    /**
     * Decodes adjacent blocks, bit for bit as ggml does.
     *
     * @param at where the first block begins in {@code bytes}
     * @param outAt where its first weight goes in {@code out}
     * @throws IndexOutOfBoundsException if either array is too short
     */
    public void decode(byte[] bytes, int at, int blocks, float[] out, int outAt) {
        for (int i = 0; i < blocks; i++) {
            decoder.decode(bytes, at + i * this.bytes, out, outAt + i * weights);
        }
    }
}
