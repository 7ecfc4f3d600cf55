package openweights.math;

import java.util.Arrays;

/**
 * How fast this machine reads memory: what no product with weights can beat, as each weight is read
 * once for each token.
 */
public final class Bandwidth {

    /** Far more than any cache holds. */
    private static final int NUMBERS = 64 << 20;

    private static final int PIECE = 1 << 14;

    private final float[] numbers = new float[NUMBERS];
    private final float[] sums = new float[NUMBERS / PIECE];
    private final Backend backend;

    public Bandwidth(Backend backend) {
        this.backend = backend;
        Arrays.fill(numbers, 1);
    }

    /** Bytes that were read. */
    public long bytes() {
        return 4L * NUMBERS;
    }

    /** Reads all of a large array once, on all threads; the nanoseconds that it took. */
    public long read() {
        long start = System.nanoTime();
        backend.pool().each(sums.length, sums.length / (8 * backend.pool().threads()), this::read);
        long time = System.nanoTime() - start;
        requireSum();
        return time;
    }

    private void read(int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] = backend.kernel().sum(numbers, i * PIECE, PIECE);
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
}
