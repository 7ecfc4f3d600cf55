package openweights.engine.chat.template.value;

import java.util.BitSet;
import java.util.function.UnaryOperator;

/**
 * A string. Its characters are code points, as in Python. It also knows which of them are foreign:
 * they come from a message and not from the template, and must never be read as a special token.
 * Nothing that a template can ask depends on that.
 */
public final class Text implements Value, Comparable<Text> {

    private static final BitSet NONE = new BitSet();

    public static final Text EMPTY = new Text("");

    private final String value;

    /** The places in {@link #value} of foreign characters; never changed. */
    private final BitSet foreign;

    /** A string of the template. */
    public Text(String value) {
        this(value, NONE);
    }

    Text(String value, BitSet foreign) {
        this.value = value;
        this.foreign = foreign;
    }

    /** A string of a message. */
    public static Text foreign(String value) {
        BitSet all = new BitSet();
        all.set(0, value.length());
        return new Text(value, all);
    }

    public String value() {
        return value;
    }

    /** The places of foreign characters. */
    public BitSet foreign() {
        return (BitSet) foreign.clone();
    }

    boolean hasForeign() {
        return !foreign.isEmpty();
    }

    /** The characters from {@code from} to {@code to - 1}, as Java counts them. */
    public Text slice(int from, int to) {
        if (from == 0 && to == value.length()) {
            return this;
        }
        String part = value.substring(from, to);
        return hasForeign() ? new Text(part, foreign.get(from, to)) : new Text(part);
    }

    /** The code points from {@code from} to {@code to - 1}, which must be in range. */
    Text part(int from, int to) {
        int start = value.offsetByCodePoints(0, from);
        return slice(start, value.offsetByCodePoints(start, to - from));
    }

    /** A string that was made of this one; all of it is foreign if any of this one is. */
    public Text changed(UnaryOperator<String> change) {
        String other = change.apply(value);
        return hasForeign() ? foreign(other) : new Text(other);
    }

    /** An order keeps dicts quick whose keys were chosen to have the same hash. */
    @Override
    public int compareTo(Text other) {
        return CodePoints.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
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
}
