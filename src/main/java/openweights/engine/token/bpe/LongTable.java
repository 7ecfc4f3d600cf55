package openweights.engine.token.bpe;

import java.util.Arrays;

/** A hash table from long to long without objects: keys and values are in two arrays. */
final class LongTable {

    static final long NONE = -1;

    private final long[] keys;
    private final long[] values;
    private final int mask;

    /** A table for up to {@code entries} keys, none of which is {@link #NONE}. */
    LongTable(int entries) {
        int capacity = Integer.highestOneBit(Math.max(4, entries)) * 4;
        keys = new long[capacity];
        values = new long[capacity];
        mask = capacity - 1;
        Arrays.fill(keys, NONE);
    }

    void put(long key, long value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    /** The value of {@code key}, or {@link #NONE}. */
    long get(long key) {
        int slot = slot(key);
        return keys[slot] == key ? values[slot] : NONE;
    }

    boolean contains(long key) {
        return keys[slot(key)] == key;
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
