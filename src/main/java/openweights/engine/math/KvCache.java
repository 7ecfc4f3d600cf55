package openweights.engine.math;

/**
 * The keys and values of one layer for all positions so far: {@code [heads][capacity][headSize]}
 * each, so that one head's keys are adjacent. It grows with the positions.
 */
public final class KvCache {

    private static final int FIRST_CAPACITY = 64;

    private final int heads;
    private final int headSize;
    private int capacity;
    private float[] keys = {};
    private float[] values = {};

    /**
     * @param heads number of key and value heads
     */
    public KvCache(int heads, int headSize) {
        this.heads = heads;
        this.headSize = headSize;
    }

    /** Stores one position's keys and values, {@code heads * headSize} numbers each. */
    public void put(int position, float[] k, int kAt, float[] v, int vAt) {
        if (position >= capacity) {
            grow(position + 1);
        }
        for (int h = 0; h < heads; h++) {
            System.arraycopy(k, kAt + h * headSize, keys, at(h, position), headSize);
            System.arraycopy(v, vAt + h * headSize, values, at(h, position), headSize);
        }
    }

    /** Makes room for {@code positions} positions, so that the cache need not grow step by step. */
    public void reserve(int positions) {
        if (positions > capacity) {
            resize(positions);
        }
    }

    /**
     * Forgets the first {@code count} of {@code positions} positions; the others move to position 0
     * and up.
     */
    public void forget(int count, int positions) {
        for (int h = 0; h < heads; h++) {
            int size = (positions - count) * headSize;
            System.arraycopy(keys, at(h, count), keys, at(h, 0), size);
            System.arraycopy(values, at(h, count), values, at(h, 0), size);
        }
    }

    /** Bytes that are allocated. */
    public long bytes() {
        return 4L * (keys.length + values.length);
    }

    float[] keys() {
        return keys;
    }

    float[] values() {
        return values;
    }

    int at(int head, int position) {
        return (head * capacity + position) * headSize;
    }

    private void grow(int positions) {
        resize(Math.max(positions, Math.max(FIRST_CAPACITY, capacity + capacity / 2)));
    }

    private void resize(int newCapacity) {
        keys = resized(keys, newCapacity);
        values = resized(values, newCapacity);
        capacity = newCapacity;
    }

    private float[] resized(float[] old, int newCapacity) {
        float[] resized = new float[heads * newCapacity * headSize];
        for (int h = 0; h < heads; h++) {
            System.arraycopy(
                    old,
                    h * capacity * headSize,
                    resized,
                    h * newCapacity * headSize,
                    capacity * headSize);
        }
        return resized;
    }
}
