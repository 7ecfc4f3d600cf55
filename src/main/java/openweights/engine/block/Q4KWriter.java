package openweights.engine.block;

/**
 * Finds the scales and minimums of a {@link Q4K} block. Each run starts from its smallest and
 * largest weight; then other scales are tried, each fitted to its rounded weights by least squares,
 * and the one with the smallest squared error is kept.
 */
final class Q4KWriter {

    private static final int RUN = 32;
    private static final int RUNS = 8;
    private static final int HIGHEST = 15;
    private static final int STEPS = 10;

    private final float[] weights;
    private final int from;
    private final float[] scales = new float[RUNS];
    private final float[] minimums = new float[RUNS];

    private Q4KWriter(float[] weights, int from) {
        this.weights = weights;
        this.from = from;
    }

    static void write(float[] weights, int from, byte[] out, int at) {
        Q4KWriter writer = new Q4KWriter(weights, from);
        for (int run = 0; run < RUNS; run++) {
            writer.fit(run);
        }
        writer.write(out, at);
    }

    /** Sets scale and minimum of a run: weight = scale * q - minimum. */
    private void fit(int run) {
        float low = 0;
        float high = 0;
        for (int i = first(run); i < first(run) + RUN; i++) {
            low = Math.min(low, weights[i]);
            high = Math.max(high, weights[i]);
        }
        scales[run] = (high - low) / HIGHEST;
        minimums[run] = -low;
        double least = error(run, scales[run], minimums[run]);
        for (int step = -STEPS; step <= STEPS && high > low; step++) {
            double scale = ((double) high - low) / (HIGHEST + 0.1 * step);
            least = refine(run, scale, -low, least);
        }
    }

    /** Rounds with the scale, fits scale and minimum to the integers, and keeps them if better. */
    private double refine(int run, double scale, double minimum, double least) {
        double sumQ = 0;
        double sumQQ = 0;
        double sumX = 0;
        double sumQX = 0;
        for (int i = first(run); i < first(run) + RUN; i++) {
            double q = level(weights[i], scale, minimum);
            sumQ += q;
            sumQQ += q * q;
            sumX += weights[i];
            sumQX += q * weights[i];
        }
        double determinant = RUN * sumQQ - sumQ * sumQ;
        if (determinant <= 0) {
            return least;
        }
        double fitted = (RUN * sumQX - sumQ * sumX) / determinant;
        double offset = -(sumQQ * sumX - sumQ * sumQX) / determinant;
        if (offset < 0) { // a minimum is stored without a sign
            offset = 0;
            fitted = sumQX / sumQQ;
        }
        double error = error(run, fitted, offset);
        if (fitted > 0 && error < least) {
            scales[run] = (float) fitted;
            minimums[run] = (float) offset;
            return error;
        }
        return least;
    }

    private double error(int run, double scale, double minimum) {
        double sum = 0;
        for (int i = first(run); i < first(run) + RUN; i++) {
            double off = scale * level(weights[i], scale, minimum) - minimum - weights[i];
            sum += off * off;
        }
        return sum;
    }

    private void write(byte[] out, int at) {
        int[] scaleCodes = new int[RUNS];
        int[] minimumCodes = new int[RUNS];
        float scale = codes(scales, scaleCodes, out, at);
        float minimum = codes(minimums, minimumCodes, out, at + 2);
        KScales.write(scaleCodes, minimumCodes, out, at + 4);
        for (int run = 0; run < RUNS; run++) {
            float d = scale * scaleCodes[run];
            float m = minimum * minimumCodes[run];
            int to = at + 16 + run / 2 * RUN;
            for (int i = 0; i < RUN; i++) {
                int q = level(weights[first(run) + i], d, m);
                out[to + i] = (byte) (run % 2 == 0 ? q : out[to + i] | (q << 4));
            }
        }
    }

    /** Rounds numbers to 6 bits times a scale of their own, which it writes and returns. */
    private static float codes(float[] numbers, int[] codes, byte[] out, int at) {
        float largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, number);
        }
        float scale = Float16.write(largest / 63, out, at);
        for (int i = 0; i < RUNS; i++) {
            codes[i] = scale == 0 ? 0 : Math.min(63, Math.round(numbers[i] / scale));
        }
        return scale;
    }

    private static int level(double weight, double scale, double minimum) {
        return scale == 0
                ? 0
                : (int) Math.max(0, Math.min(HIGHEST, Math.rint((weight + minimum) / scale)));
    }

    private int first(int run) {
        return from + run * RUN;
    }
}
