package openweights.runtime.kernel.cell;

/** Stands for null where a cell's value is shown; JJava would show nothing. */
public final class NullValue {

    private static final NullValue NULL = new NullValue();

    private NullValue() {}

    /** The value itself, or what stands for null. Called by the code of cells. */
    public static Object orValue(Object value) {
        return value == null ? NULL : value;
    }

    @Override
    public String toString() {
        return "null";
    }
}
