package openweights.engine.chat.template.value;

import java.util.BitSet;

/** Joins strings; what is foreign in them stays so. */
public final class TextBuilder {

    private final StringBuilder value = new StringBuilder();
    private final BitSet foreign = new BitSet();

    /** Appends a string of the template. */
    public TextBuilder append(String part) {
        value.append(part);
        return this;
    }

    public TextBuilder append(Text part) {
        return append(part, 0, part.value().length());
    }

    /** Appends the characters from {@code from} to {@code to - 1}, as Java counts them. */
    public TextBuilder append(Text part, int from, int to) {
        if (part.hasForeign()) {
            BitSet places = part.slice(from, to).foreign();
            int offset = value.length();
            for (int at = places.nextSetBit(0); at >= 0; ) {
                int end = places.nextClearBit(at);
                foreign.set(offset + at, offset + end);
                at = places.nextSetBit(end);
            }
        }
        value.append(part.value(), from, to);
        return this;
    }

    /** The string so far. */
    public Text toText() {
        return new Text(value.toString(), (BitSet) foreign.clone());
    }
}
