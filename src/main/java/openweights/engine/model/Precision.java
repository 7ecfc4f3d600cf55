package openweights.engine.model;

/** How matrices are held in memory. Norms and biases are always float32. */
public enum Precision {
    /** As the file has them: bf16 stays bf16. */
    STORED("stored"),
    FLOAT32("float32"),
    /** The upper half of a float32, rounded; half the memory. */
    BFLOAT16("bfloat16"),
    /** A byte per weight and a scale per group; a quarter of the memory. */
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
