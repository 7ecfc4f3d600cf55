package openweights.runtime.kernel.cell;

/** Represents null where a cell's value is shown, because JJava would show nothing. */
public final class NullValue {

    private static final NullValue NULL = new NullValue();

    private NullValue() {}

    /** The value itself, or the object that represents null. Called from instrumented cells. */
    public static Object orValue(Object value) {
        return value == null ? NULL : value;
    }

    @Override
    public String toString() {
        return "null";
    }
}
