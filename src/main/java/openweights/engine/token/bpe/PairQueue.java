package openweights.engine.token.bpe;

import java.util.Arrays;

/** The pairs to merge, lowest rank first, then leftmost: a binary heap. */
final class PairQueue {

    /** Rank in the upper half, position of the left symbol in the lower. */
    private long[] heap;

    private int size;
    private long removed;

    PairQueue(int capacity) {
        heap = new long[Math.max(4, capacity)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int rank, int left) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long entry = (long) rank << 32 | left;
        int hole = size++;
        while (hole > 0 && heap[(hole - 1) >> 1] > entry) {
            heap[hole] = heap[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }
        heap[hole] = entry;
    }

    /** Removes the first entry, which {@link #rank} and {@link #left} then describe. */
    void remove() {
        removed = heap[0];
        long last = heap[--size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (last <= heap[child]) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = last;
    }

    int rank() {
        return (int) (removed >>> 32);
    }

    int left() {
        return (int) removed;
    }
}
