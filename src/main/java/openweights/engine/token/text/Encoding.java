package openweights.engine.token.text;

import java.util.Arrays;

/** The ids of a text so far and, for a traced text, the bytes that each one stands for. */
public final class Encoding {

    private final boolean traced;
    private int size;
    private int[] ids = new int[16];
    private int[] starts;
    private int[] ends;

    public Encoding(boolean traced) {
        this.traced = traced;
        this.starts = new int[traced ? 16 : 0];
        this.ends = new int[traced ? 16 : 0];
    }

    public boolean isTraced() {
        return traced;
    }

    /** Adds an id that stands for the bytes from {@code start} to {@code end - 1}. */
    public void add(int id, int start, int end) {
        grow(1);
        if (traced) {
            starts[size] = start;
            ends[size] = end;
        }
        ids[size++] = id;
    }

    /** Adds ids without their bytes; only for a text that is not traced. */
    public void addAll(int[] more) {
        grow(more.length);
        System.arraycopy(more, 0, ids, size, more.length);
        size += more.length;
    }

    public void addAll(Encoding other) {
        for (int i = 0; i < other.size; i++) {
            add(other.ids[i], traced ? other.starts[i] : 0, traced ? other.ends[i] : 0);
        }
    }

    public int size() {
        return size;
    }

    public int id(int index) {
        return ids[index];
    }

    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    /** The byte after the last token. */
    public int lastEnd() {
        return traced && size > 0 ? ends[size - 1] : 0;
    }

    public int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    private void grow(int more) {
        if (size + more > ids.length) {
            int capacity = Math.max(size + more, 2 * size);
            ids = Arrays.copyOf(ids, capacity);
            if (traced) {
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
        }
    }
}
