package openweights.engine.token.text;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text on its way to becoming tokens. A traced text also knows from which bytes of the
 * original text each of its characters came, through all changes: after {@code "é"} has become
 * {@code "e"}, the {@code e} still stands for bytes 0 to 2.
 */
public final class Text {

    private final String chars;
    private final boolean atStart;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    Text(String chars, boolean atStart, int @Nullable [] starts, int @Nullable [] ends) {
        this.chars = chars;
        this.atStart = atStart;
        this.starts = starts;
        this.ends = ends;
    }

    /** A whole text. Lone surrogates, which have no UTF-8 form, become U+FFFD. */
    public static Text of(String text) {
        return new Text(Surrogates.replaceLone(text), true, null, null);
    }

    /** A whole text that keeps track of the UTF-8 bytes of its characters. */
    public static Text traced(String text) {
        String chars = Surrogates.replaceLone(text);
        int[] starts = new int[chars.length()];
        int[] ends = new int[chars.length()];
        int offset = 0;
        for (int i = 0; i < chars.length(); ) {
            int codePoint = chars.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            Arrays.fill(starts, i, next, offset);
            offset += Utf8.length(codePoint);
            Arrays.fill(ends, i, next, offset);
            i = next;
        }
        return new Text(chars, true, starts, ends);
    }

    public String chars() {
        return chars;
    }

    public boolean isEmpty() {
        return chars.isEmpty();
    }

    /** Whether this part begins where the original text begins. */
    public boolean atStart() {
        return atStart;
    }

    public boolean isTraced() {
        return starts != null;
    }

    /** The first original byte of the character at {@code index}; only for a traced text. */
    public int start(int index) {
        return Objects.requireNonNull(starts)[index];
    }

    /** The original byte after the character at {@code index}; only for a traced text. */
    public int end(int index) {
        return Objects.requireNonNull(ends)[index];
    }

    /** The characters from {@code from} to {@code to - 1}. */
    public Text slice(int from, int to) {
        if (from == 0 && to == chars.length()) {
            return this;
        }
        return new Text(
                chars.substring(from, to),
                atStart && from == 0,
                isTraced() ? Arrays.copyOfRange(starts, from, to) : null,
                isTraced() ? Arrays.copyOfRange(ends, from, to) : null);
    }

    @Override
    public String toString() {
        return chars;
    }
}
