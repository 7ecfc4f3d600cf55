package openweights.engine.block;

import java.util.Arrays;

/**
 * Finds the scales of a {@link Q6K} block. Each run starts from its largest weight; then other
 * scales are tried, each fitted to its rounded weights by least squares, and the one with the
 * smallest squared error is kept.
 */
final class Q6KWriter {

    private static final int RUN = 16;
    private static final int RUNS = 16;
    private static final int LOWEST = -32;
    private static final int HIGHEST = 31;
    private static final int STEPS = 9;
    private static final int HIGH_BITS = 128;
    private static final int SCALES = 192;
    private static final int WHOLE = 208;

    private final float[] weights;
    private final int from;

    private Q6KWriter(float[] weights, int from) {
        this.weights = weights;
        this.from = from;
    }

    static void write(float[] weights, int from, byte[] out, int at) {
        Q6KWriter writer = new Q6KWriter(weights, from);
        float[] scales = new float[RUNS];
        float largest = 0;
        for (int run = 0; run < RUNS; run++) {
            scales[run] = writer.scale(run);
            largest = Math.max(largest, Math.abs(scales[run]));
        }
        float whole = Float16.write(largest / 127, out, at + WHOLE);
        for (int run = 0; run < RUNS; run++) {
            int code = whole == 0 ? 0 : Math.round(scales[run] / whole);
            out[at + SCALES + run] = (byte) Math.max(-128, Math.min(127, code));
        }
        writer.writeLevels(whole, out, at);
    }

    /** The scale of a run; negative if its largest weight is positive, as -32 reaches further. */
    private float scale(int run) {
        float largest = 0;
        for (int i = from + run * RUN; i < from + (run + 1) * RUN; i++) {
            largest = Math.abs(weights[i]) > Math.abs(largest) ? weights[i] : largest;
        }
        double best = largest / LOWEST;
        double least = error(run, best);
        for (int step = -STEPS; step <= STEPS && largest != 0; step++) {
            double fitted = fitted(run, largest / (LOWEST + 0.1 * step));
            double error = error(run, fitted);
            if (error < least) {
                least = error;
                best = fitted;
            }
        }
        return (float) best;
    }

    /** The scale with the least squared error for the integers that {@code scale} gives. */
    private double fitted(int run, double scale) {
        double squares = 0;
        double products = 0;
        for (int i = from + run * RUN; i < from + (run + 1) * RUN; i++) {
            double q = level(weights[i], scale);
            squares += q * q;
            products += q * weights[i];
        }
        return squares == 0 ? 0 : products / squares;
    }

    private double error(int run, double scale) {
        double sum = 0;
        for (int i = from + run * RUN; i < from + (run + 1) * RUN; i++) {
            double off = scale * level(weights[i], scale) - weights[i];
            sum += off * off;
        }
        return sum;
    }

    private void writeLevels(float whole, byte[] out, int at) {
        Arrays.fill(out, at, at + SCALES, (byte) 0);
        for (int i = 0; i < RUN * RUNS; i++) {
            int q = level(weights[from + i], whole * out[at + SCALES + i / RUN]) - LOWEST;
            int half = i / 128;
            int column = i % 128;
            out[at + half * 64 + column % 64] |= (byte) ((q & 15) << (column / 64 * 4));
            out[at + HIGH_BITS + half * 32 + column % 32] |= (byte) (q >> 4 << (column / 32 * 2));
        }
    }

    private static int level(double weight, double scale) {
        return scale == 0
                ? 0
                : (int) Math.max(LOWEST, Math.min(HIGHEST, Math.rint(weight / scale)));
    }
}
