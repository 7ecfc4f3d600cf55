package openweights.engine.model;

/** The number format of matrices in memory. Norms and biases are always float32. */
public enum Precision {
    /** As in the file: bfloat16 stays bfloat16; all else becomes float32. */
    STORED("stored"),
    FLOAT32("float32"),
    /** The upper half of a float32, rounded: half the memory. */
    BFLOAT16("bfloat16"),
    /** One byte per weight and a scale per group: about a quarter of the memory. */
    INT8("int8");

    private final String title;

    Precision(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
