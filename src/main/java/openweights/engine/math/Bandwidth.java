package openweights.engine.math;

import java.util.Arrays;

/**
 * How fast this machine reads memory: what no product with weights can beat, as each weight is read
 * once for each token. The threads that compute do the reading, in the same way as they read
 * weights, and do nothing else but add up what they read.
 */
public final class Bandwidth {

    /** Far more than any cache holds. */
    private static final long ENOUGH = 256L << 20;

    private static final int PIECE = 1 << 18;

    private final float[][] pieces;
    private final float[] sums;
    private final Backend backend;

    /** As much memory as it takes, or half of what the heap can still give if that is less. */
    public Bandwidth(Backend backend) {
        this(backend, Math.min(ENOUGH, free() / 2));
    }

    /**
     * @param bytes how much to read; caches make little look faster than it is
     */
    public Bandwidth(Backend backend, long bytes) {
        this.backend = backend;
        this.pieces = new float[Math.toIntExact(Math.max(1, bytes / (4 * PIECE)))][PIECE];
        this.sums = new float[pieces.length];
        for (float[] piece : pieces) {
            Arrays.fill(piece, 1);
        }
    }

    /** Bytes that were read. */
    public long bytes() {
        return 4L * PIECE * pieces.length;
    }

    /** Reads all of it once, on all threads; the nanoseconds that it took. */
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

    /** Without it a compiler could leave the reading out. */
    private void requireSum() {
        for (float sum : sums) {
            if (sum != PIECE) {
                throw new IllegalStateException("reading memory gave a sum of " + sum);
            }
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
