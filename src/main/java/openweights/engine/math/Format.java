package openweights.engine.math;

/** How single weights are stored, and how many bytes one takes. Others lie in blocks. */
public enum Format {
    /** IEEE 754 single precision. */
    F32(4),
    /** bfloat16: the upper half of a float32; widening it is exact. */
    BF16(2);

    private final int size;

    Format(int size) {
        this.size = size;
    }

    /** Bytes per weight. */
    public int size() {
        return size;
    }
}
