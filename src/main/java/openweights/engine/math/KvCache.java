package openweights.engine.math;

/**
 * The keys and values of one layer for the positions that later ones can see: {@code
 * [heads][capacity][size]} each, so that one head's keys are adjacent. It grows with the positions.
 */
public class KvCache {

    private static final int FIRST_CAPACITY = 64;

    /** Positions are forgotten in batches of at least this size. */
    private static final int SLACK = 256;

    private final int heads;
    private final int keySize;
    private final int valueSize;
    private int start;
    private int end;
    private int capacity;
    private float[] keys = {};
    private float[] values = {};

    /**
     * @param heads number of key and value heads
     * @param keySize numbers in a head's key
     * @param valueSize numbers in a head's value
     */
    public KvCache(int heads, int keySize, int valueSize) {
        this.heads = heads;
        this.keySize = keySize;
        this.valueSize = valueSize;
    }

    /** Stores one position's keys and values, {@code heads * size} numbers each. */
    public void put(int position, float[] k, int kAt, float[] v, int vAt) {
        if (position - start >= capacity) {
            grow(position - start + 1);
        }
        for (int h = 0; h < heads; h++) {
            System.arraycopy(k, kAt + h * keySize, keys, keyAt(h, position), keySize);
            System.arraycopy(v, vAt + h * valueSize, values, valueAt(h, position), valueSize);
        }
        end = position + 1;
    }

    /** Makes room up to position {@code end}, so that the cache need not grow step by step. */
    public void reserve(int newEnd) {
        if (newEnd - start > capacity) {
            resize(newEnd - start);
        }
    }

    /** Forgets the positions before {@code first}, if they are enough to be worth moving others. */
    public void forget(int first) {
        if (first - start < SLACK) {
            return;
        }
        for (int h = 0; h < heads; h++) {
            move(keys, keyAt(h, first), keyAt(h, start), (end - first) * keySize);
            move(values, valueAt(h, first), valueAt(h, start), (end - first) * valueSize);
        }
        start = first;
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

    int keyAt(int head, int position) {
        return (head * capacity + position - start) * keySize;
    }

    int valueAt(int head, int position) {
        return (head * capacity + position - start) * valueSize;
    }

    private static void move(float[] numbers, int from, int to, int count) {
        System.arraycopy(numbers, from, numbers, to, count);
    }

    private void grow(int positions) {
        resize(Math.max(positions, Math.max(FIRST_CAPACITY, capacity + capacity / 2)));
    }

    private void resize(int newCapacity) {
        keys = resized(keys, keySize, newCapacity);
        values = resized(values, valueSize, newCapacity);
        capacity = newCapacity;
    }

    private float[] resized(float[] old, int size, int newCapacity) {
        float[] resized =
                new float[Math.multiplyExact(Math.multiplyExact(heads, newCapacity), size)];
        for (int h = 0; h < heads; h++) {
            System.arraycopy(
                    old, h * capacity * size, resized, h * newCapacity * size, capacity * size);
        }
        return resized;
    }
}
