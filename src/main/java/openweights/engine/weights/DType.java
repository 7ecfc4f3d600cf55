package openweights.engine.weights;

/**
 * The type of a tensor's numbers. The constants have the names that a safetensors header uses, in
 * the order by which writers sort tensors: later ones come first in a file, so that every tensor is
 * aligned.
 */
public enum DType {
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

    private final int bits;

    DType(int bits) {
        this.bits = bits;
    }

    /** Bits of one number; 4 or 6 where several numbers share a byte. */
    public int bits() {
        return bits;
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
        return readsAsFloat() && (bits <= 16 || this == F32);
    }
}
