package openweights.engine.train.optimizer;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.Parameter;

/**
 * The gradients of a batch's chunks and their sum. Chunks and squares are added in a fixed order,
 * so that the number of threads changes no bit.
 */
public final class Gradients {

    private final List<WeightRange> ranges;
    private final float[][] chunks;
    private final double[] squares;

    /**
     * @param size the length of the array of all weights
     * @param groups those whose gradient is wanted
     */
    public Gradients(int size, List<Parameter> groups, int chunks) {
        this.ranges = WeightRange.of(groups);
        this.chunks = new float[chunks][size];
        this.squares = new double[ranges.size()];
    }

    /** The array for a chunk's gradient. */
    public float[] chunk(int index) {
        return chunks[index];
    }

    /** The sum of all chunks' gradients, after {@link #add}. */
    public float[] sum() {
        return chunks[0];
    }

    /** Adds up the chunks and returns the norm of the sum. */
    public double add(Pool pool) {
        pool.each(
                ranges.size(),
                1,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        add(ranges.get(i));
                        squares[i] = squares(ranges.get(i));
                    }
                });
        double all = 0;
        for (double square : squares) {
            all += square;
        }
        return Math.sqrt(all);
    }

    private void add(WeightRange range) {
        for (int chunk = 1; chunk < chunks.length; chunk++) {
            add(chunks[chunk], chunks[0], range.from(), range.to());
        }
    }

    private static void add(float[] part, float[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += part[i];
        }
    }

    /** Four sums side by side hide the latency of additions; a range is a multiple of four. */
    private double squares(WeightRange range) {
        float[] g = chunks[0];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = range.from(); i < range.to(); i += 4) {
            s0 += (double) g[i] * g[i];
            s1 += (double) g[i + 1] * g[i + 1];
            s2 += (double) g[i + 2] * g[i + 2];
            s3 += (double) g[i + 3] * g[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
