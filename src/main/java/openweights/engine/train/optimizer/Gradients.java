package openweights.engine.train.optimizer;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.network.Parameters;

/**
 * The gradients of a batch's chunks and their sum. Chunks are added in their order and squares in a
 * fixed one, so that the number of threads changes no bit.
 */
public final class Gradients {

    private final List<WeightRange> pieces;
    private final float[][] chunks;
    private final double[] squares;

    public Gradients(Parameters parameters, int chunks) {
        this.pieces = WeightRange.of(parameters);
        this.chunks = new float[chunks][parameters.size()];
        this.squares = new double[pieces.size()];
    }

    /** Where a chunk's gradient belongs. */
    public float[] chunk(int index) {
        return chunks[index];
    }

    /** The sum of all chunks' gradients, after {@link #add}. */
    public float[] sum() {
        return chunks[0];
    }

    /** Adds the chunks up and returns the length of the sum. */
    public double add(Pool pool) {
        pool.each(
                pieces.size(),
                1,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        add(pieces.get(i));
                        squares[i] = squares(pieces.get(i));
                    }
                });
        double all = 0;
        for (double square : squares) {
            all += square;
        }
        return Math.sqrt(all);
    }

    private void add(WeightRange piece) {
        for (int chunk = 1; chunk < chunks.length; chunk++) {
            add(chunks[chunk], chunks[0], piece.from(), piece.to());
        }
    }

    private static void add(float[] part, float[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += part[i];
        }
    }

    /** Four sums side by side hide the latency of adding; a piece is a multiple of four. */
    private double squares(WeightRange piece) {
        float[] g = chunks[0];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = piece.from(); i < piece.to(); i += 4) {
            s0 += (double) g[i] * g[i];
            s1 += (double) g[i + 1] * g[i + 1];
            s2 += (double) g[i + 2] * g[i + 2];
            s3 += (double) g[i + 3] * g[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
