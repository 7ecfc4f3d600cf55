package openweights.engine.math;

import java.util.Arrays;

/**
 * Measures how fast this machine reads memory: the limit for products with weights, as each weight
 * is read once per token. The threads that compute do the reading, in the same way as they read
 * weights, and only add up what they read.
 */
public final class Bandwidth {

    /** Bytes to read: far more than any cache holds. */
    private static final long DEFAULT_BYTES = 256L << 20;

    /** Floats in an array. */
    private static final int PIECE = 1 << 18;

    private final float[][] pieces;
    private final float[] sums;
    private final Backend backend;

    /** Reads 256 MiB, or half of the free heap if that is less. */
    public Bandwidth(Backend backend) {
        this(backend, Math.min(DEFAULT_BYTES, free() / 2));
    }

    /**
     * @param bytes how much to read; too little measures the caches instead
     */
    public Bandwidth(Backend backend, long bytes) {
        this.backend = backend;
        this.pieces = new float[Math.toIntExact(Math.max(1, bytes / (4 * PIECE)))][PIECE];
        this.sums = new float[pieces.length];
        for (float[] piece : pieces) {
            Arrays.fill(piece, 1);
        }
    }

    /** Bytes that {@link #read()} reads. */
    public long bytes() {
        return 4L * PIECE * pieces.length;
    }

    /** Reads everything once, on all threads; returns the nanoseconds it took. */
    public long read() {
        long start = System.nanoTime();
        backend.pool().guided(pieces.length, 1, this::read);
        long time = System.nanoTime() - start;
        requireSum();
        return time;
    }

    private void read(int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] = backend.kernel().sum(pieces[i], 0, PIECE);
        }
    }

    /** Without a use of the sums, the JIT compiler could leave out the reading. */
    private void requireSum() {
        for (float sum : sums) {
            if (sum != PIECE) {
                throw new IllegalStateException("Reading memory gave a sum of " + sum);
            }
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
