package openweights.engine.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openweights.engine.block.BlockType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a tensor's numbers: blocks, as a GGUF file has them, or single numbers. Single
 * numbers have the names that a safetensors header uses, in the order by which writers sort
 * tensors: later ones come first in a file, so that every tensor is aligned.
 */
public enum DType {
    Q4_0(BlockType.Q4_0),
    Q4_1(BlockType.Q4_1),
    Q5_0(BlockType.Q5_0),
    Q5_1(BlockType.Q5_1),
    Q8_0(BlockType.Q8_0),
    Q2_K(BlockType.Q2_K),
    Q3_K(BlockType.Q3_K),
    Q4_K(BlockType.Q4_K),
    Q5_K(BlockType.Q5_K),
    Q6_K(BlockType.Q6_K),
    IQ4_NL(BlockType.IQ4_NL),
    IQ4_XS(BlockType.IQ4_XS),
    MXFP4(BlockType.MXFP4),
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    /** What a safetensors header can name. */
    static final List<DType> SINGLE =
            Arrays.stream(values()).filter(type -> type.block().isEmpty()).toList();

    private final @Nullable BlockType block;
    private final int bits;

    DType(int bits) {
        this.block = null;
        this.bits = bits;
    }

    DType(BlockType block) {
        this.block = block;
        this.bits = block.bytes() * Byte.SIZE;
    }

    /** How numbers of this type share a block; empty if each stands for itself. */
    public Optional<BlockType> block() {
        return Optional.ofNullable(block);
    }

    /** How many numbers are stored as one unit: 1, or those of a block. */
    public int unit() {
        return block == null ? 1 : block.weights();
    }

    /** Bits of one unit: of a number, 4 or 6 where several share a byte, or of a block. */
    public int bits() {
        return bits;
    }

    /** Bytes of this many numbers, which must be whole units. */
    public long bytes(long count) {
        return count / unit() * bits / Byte.SIZE;
    }

    /** How many numbers this many bytes hold. */
    long numbers(long bytes) {
        return bytes * Byte.SIZE / bits * unit();
    }

    /** Bits per number, scales of blocks included. */
    public double bitsPerNumber() {
        return (double) bits / unit();
    }

    /** Bytes of the unit that byte order applies to; for complex numbers, one half. */
    int wordBytes() {
        return this == C64 ? Float.BYTES : Math.max(1, bits / Byte.SIZE);
    }

    /**
     * Whether the numbers can be read as {@code float[]}. Complex numbers cannot, and neither can
     * numbers smaller than a byte, because safetensors does not specify how they are packed. Their
     * raw bytes can be read.
     */
    public boolean readsAsFloat() {
        return bits >= 8 && this != C64;
    }

    /** Whether a float can represent every value of this type, so that reading loses nothing. */
    public boolean fitsFloat() {
        return readsAsFloat() && (bits <= 16 || this == F32 || block != null);
    }
}
