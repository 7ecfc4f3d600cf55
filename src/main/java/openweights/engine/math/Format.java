package openweights.engine.math;

/** How a matrix stores its weights in memory, and how many bytes one weight takes. */
public enum Format {
    /** IEEE 754 single precision. */
    F32(4),
    /** bfloat16: the upper half of a float32; widening it is exact. */
    BF16(2),
    /** A signed byte times the scale of its group. */
    INT8(1);

    private final int size;

    Format(int size) {
        this.size = size;
    }

    /** Bytes per weight. */
    public int size() {
        return size;
    }
}
