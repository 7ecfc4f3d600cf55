package openweights.engine.token.bpe;

import java.util.Arrays;

/**
 * The tokens of a piece while they are merged: a linked list, and a queue of the pairs that can be
 * merged. A piece of n characters takes O(n log n) steps.
 */
final class Symbols {

    private static final int NONE = -1;

    private final Merges merges;
    private int size;
    private int[] ids;
    private int[] starts;
    private int[] ends;
    private int[] previous = {};
    private int[] next = {};
    private final PairQueue queue;

    Symbols(Merges merges, int capacity) {
        this.merges = merges;
        ids = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        queue = new PairQueue(capacity);
    }

    /** Adds a symbol at the end of the list; {@code start} and {@code end} in UTF-8 bytes. */
    void add(int id, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size + 1);
            starts = Arrays.copyOf(starts, ids.length);
            ends = Arrays.copyOf(ends, ids.length);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }

    /** Merges the pair of lowest rank, leftmost first, until no pair can be merged. */
    Word merge() {
        link();
        for (int left = 0; left + 1 < size; left++) {
            offer(left, left + 1);
        }
        while (!queue.isEmpty()) {
            queue.remove();
            int left = queue.left();
            int right = ids[left] == NONE ? NONE : next[left];
            long merge = right == NONE ? LongTable.NONE : merges.of(ids[left], ids[right]);
            // An entry is out of date if one of its two symbols has been merged since.
            if (merge != LongTable.NONE && (int) (merge >>> 32) == queue.rank()) {
                join(left, right, (int) merge);
            }
        }
        return word();
    }

    private void link() {
        previous = new int[size];
        next = new int[size];
        for (int i = 0; i < size; i++) {
            previous[i] = i - 1;
            next[i] = i + 1 < size ? i + 1 : NONE;
        }
    }

    private void join(int left, int right, int joined) {
        ids[left] = joined;
        ends[left] = ends[right];
        ids[right] = NONE;
        next[left] = next[right];
        if (next[left] != NONE) {
            previous[next[left]] = left;
            offer(left, next[left]);
        }
        if (previous[left] != NONE) {
            offer(previous[left], left);
        }
    }

    private void offer(int left, int right) {
        long merge = merges.of(ids[left], ids[right]);
        if (merge != LongTable.NONE) {
            queue.add((int) (merge >>> 32), left);
        }
    }

    private Word word() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (ids[i] != NONE) {
                ids[count] = ids[i];
                starts[count] = starts[i];
                ends[count++] = ends[i];
            }
        }
        return new Word(
                Arrays.copyOf(ids, count),
                Arrays.copyOf(starts, count),
                Arrays.copyOf(ends, count));
    }
}
