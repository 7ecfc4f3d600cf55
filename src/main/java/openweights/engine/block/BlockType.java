package openweights.engine.block;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a block of adjacent weights is stored, how it becomes floats, and for some types how floats
 * become a block. Names, ids, and bytes are those of ggml.
 *
 * <p>Source: {@code ggml-common.h} and {@code ggml.h} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>.
 */
public enum BlockType {
    Q4_0(2, 32, 18, Values.of(32, -8, 7), FourBits::readQ4_0, FourBits::writeQ4_0),
    Q4_1(3, 32, 20, Values.of(32, 0, 15).withMinimum(), FourBits::readQ4_1, null),
    Q5_0(6, 32, 22, Values.of(32, -16, 15), FiveBits::readQ5_0, null),
    Q5_1(7, 32, 24, Values.of(32, 0, 31).withMinimum(), FiveBits::readQ5_1, null),
    Q8_0(8, 32, 34, Values.of(32, -128, 127), EightBits::readQ8_0, EightBits::writeQ8_0),
    Q2_K(10, 256, 84, Values.of(16, 0, 3).withMinimum(), Q2K::read, null),
    Q3_K(11, 256, 110, Values.of(16, -4, 3), Q3K::read, null),
    Q4_K(12, 256, 144, Values.of(32, 0, 15).withMinimum(), Q4K::read, Q4KWriter::write),
    Q5_K(13, 256, 176, Values.of(32, 0, 31).withMinimum(), Q5K::read, null),
    Q6_K(14, 256, 210, Values.of(16, -32, 31), Q6K::read, Q6KWriter::write),
    IQ4_NL(20, 32, 18, Values.of(32, -127, 113), Codebook::readIq4Nl, null),
    IQ4_XS(23, 256, 136, Values.of(32, -127, 113), Codebook::readIq4Xs, null),
    MXFP4(39, 32, 17, Values.of(32, -12, 12), Mxfp4::read, Mxfp4::write);

    private final int id;
    private final int weights;
    private final int bytes;
    private final Values values;
    private final BlockReader reader;
    private final @Nullable BlockWriter writer;

    BlockType(
            int id,
            int weights,
            int bytes,
            Values values,
            BlockReader reader,
            @Nullable BlockWriter writer) {
        this.id = id;
        this.weights = weights;
        this.bytes = bytes;
        this.values = values;
        this.reader = reader;
        this.writer = writer;
    }

    /** What a type's integers are, and how many of them share a scale. */
    private record Values(int run, int lowest, int highest, boolean minimum) {

        static Values of(int run, int lowest, int highest) {
            return new Values(run, lowest, highest, false);
        }

        Values withMinimum() {
            return new Values(run, lowest, highest, true);
        }
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

    /** How many adjacent weights share a scale: 16 or 32. */
    public int run() {
        return values.run();
    }

    /** The lowest integer that a weight can be, times its scale. */
    public int lowest() {
        return values.lowest();
    }

    /** The highest integer that a weight can be, times its scale. */
    public int highest() {
        return values.highest();
    }

    /** Whether a number is added to each weight of a run. */
    public boolean hasMinimum() {
        return values.minimum();
    }

    /** Whether {@link #encode} can write this type. */
    public boolean canEncode() {
        return writer != null;
    }

    /** How many blocks a row of {@code columns} weights takes; the last may have unused weights. */
    public int blocks(int columns) {
        return (columns + weights - 1) / weights;
    }

    /** Takes the block at {@code at} apart. */
    public void read(byte[] bytes, int at, BlockCodes out) {
        reader.read(bytes, at, out);
    }

    /**
     * Decodes adjacent blocks, bit for bit as ggml does.
     *
     * @param at where the first block begins in {@code bytes}
     * @param outAt where its first weight goes in {@code out}
     * @throws IndexOutOfBoundsException if either array is too short
     */
    public void decode(byte[] bytes, int at, int blocks, float[] out, int outAt) {
        BlockCodes codes = new BlockCodes();
        for (int i = 0; i < blocks; i++) {
            reader.read(bytes, at + i * this.bytes, codes);
            decode(codes, out, outAt + i * weights);
        }
    }

    private void decode(BlockCodes codes, float[] out, int outAt) {
        for (int i = 0; i < weights; i++) {
            float weight = codes.scales[i / run()] * codes.values[i];
            out[outAt + i] = hasMinimum() ? weight + codes.minimums[i / run()] : weight;
        }
    }

    /**
     * Encodes adjacent blocks of finite weights. Q8_0, Q4_0, and MXFP4 give ggml's reference bytes;
     * Q4_K and Q6_K search for scales of their own.
     *
     * @throws UnsupportedOperationException if {@link #canEncode} says no
     */
    public void encode(float[] from, int fromAt, int blocks, byte[] out, int outAt) {
        if (writer == null) {
            throw new UnsupportedOperationException("blocks of type " + this + " can only be read");
        }
        for (int i = 0; i < blocks; i++) {
            writer.write(from, fromAt + i * weights, out, outAt + i * bytes);
        }
    }

    /** The type called {@code name}, in any case, such as {@code q4_k}; null if there is none. */
    public static @Nullable BlockType named(String name) {
        for (BlockType type : values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        return null;
    }
}
