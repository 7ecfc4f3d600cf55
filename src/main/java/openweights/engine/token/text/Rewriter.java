package openweights.engine.token.text;

import java.util.Arrays;

/**
 * Builds a changed copy of a text from left to right, with its trace. To replace the spaces of
 * {@code "a b"}: {@code keep(0, 1).replace(1, 2, "▁").keep(2, 3).text()}.
 */
public final class Rewriter {

    private final Text source;
    private final StringBuilder chars;
    private int[] starts;
    private int[] ends;
    private int firstUsed = -1;

    public Rewriter(Text source) {
        this.source = source;
        this.chars = new StringBuilder(source.chars().length() + 16);
        int room = source.isTraced() ? source.chars().length() + 16 : 0;
        this.starts = new int[room];
        this.ends = new int[room];
    }

    /** Copies a part of the source unchanged. */
    public Rewriter keep(int from, int to) {
        note(from);
        for (int i = from; source.isTraced() && i < to; i++) {
            mark(chars.length() + i - from, source.start(i), source.end(i));
        }
        chars.append(source.chars(), from, to);
        return this;
    }

    /** Replaces the part of the source from {@code from} to {@code to - 1}. */
    public Rewriter replace(int from, int to, String replacement) {
        note(from);
        if (source.isTraced()) {
            int start = originalOffset(from);
            int end = from == to ? start : source.end(to - 1);
            for (int i = 0; i < replacement.length(); i++) {
                mark(chars.length() + i, start, end);
            }
        }
        chars.append(replacement);
        return this;
    }

    /**
     * Adds a character for one of the {@code count} UTF-8 bytes of the source's character at {@code
     * from}.
     */
    Rewriter replaceByte(int from, int index, int count, char replacement) {
        note(from);
        if (source.isTraced()) {
            int start = source.start(from);
            boolean exact = source.end(from) - start == count;
            mark(
                    chars.length(),
                    exact ? start + index : start,
                    exact ? start + index + 1 : source.end(from));
        }
        chars.append(replacement);
        return this;
    }

    public Text text() {
        return new Text(
                chars.toString(),
                source.atStart() && firstUsed <= 0,
                source.isTraced() ? Arrays.copyOf(starts, chars.length()) : null,
                source.isTraced() ? Arrays.copyOf(ends, chars.length()) : null);
    }

    private void note(int from) {
        if (firstUsed < 0) {
            firstUsed = from;
        }
    }

    private int originalOffset(int index) {
        int length = source.chars().length();
        if (index < length) {
            return source.start(index);
        }
        return length == 0 ? 0 : source.end(length - 1);
    }

    private void mark(int index, int start, int end) {
        if (index >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * index + 16);
            ends = Arrays.copyOf(ends, 2 * index + 16);
        }
        starts[index] = start;
        ends[index] = end;
    }
}
