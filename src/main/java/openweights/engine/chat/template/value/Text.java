package openweights.engine.chat.template.value;

/** A string. Its characters are code points, as in Python. */
public record Text(String value) implements Value, Comparable<Text> {

    public static final Text EMPTY = new Text("");

    /** An order keeps dicts quick whose keys were chosen to have the same hash. */
    @Override
    public int compareTo(Text other) {
        return CodePoints.compare(value, other.value);
    }

    @Override
    public String type() {
        return "str";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    /** The number of code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /** The code points from {@code from} to {@code to - 1}, which must be in range. */
    public String part(int from, int to) {
        int start = value.offsetByCodePoints(0, from);
        return value.substring(start, value.offsetByCodePoints(start, to - from));
    }
}
