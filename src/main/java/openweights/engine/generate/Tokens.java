package openweights.engine.generate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The tokens of a text so far, the prompt included. It grows while the text is written. */
public final class Tokens {

    private int[] ids;
    private int length;

    private Tokens(int[] ids) {
        this.ids = ids;
        this.length = ids.length;
    }

    /** A text of these tokens. */
    public static Tokens of(int... ids) {
        return new Tokens(ids.clone());
    }

    public int length() {
        return length;
    }

    /**
     * @throws IndexOutOfBoundsException if there is no token at this index
     */
    public int get(int index) {
        if (index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return ids[index];
    }

    public IntStream stream() {
        return Arrays.stream(ids, 0, length);
    }

    /** A copy of the tokens from {@code from} to {@code to - 1}. */
    int[] toArray(int from, int to) {
        return Arrays.copyOfRange(ids, from, to);
    }

    void add(int id) {
        if (length == ids.length) {
            ids = Arrays.copyOf(ids, 2 * length + 8);
        }
        ids[length++] = id;
    }
}
