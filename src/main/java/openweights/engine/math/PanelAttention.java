package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;

/**
 * Attention from many positions at once: the queries are side by side, one per lane, so that scores
 * and mixed values are products with panels.
 */
record PanelAttention(Attention shape, Kernel kernel, Attention.Queries in, KvCache cache) {

    /** Attends from {@code count} queries starting at number {@code first}. */
    void attend(int head, int first, int count) {
        int keySize = shape.keySize();
        int valueSize = shape.valueSize();
        int lanes = kernel.lanes();
        int start = shape.reach().first(in.position() + first);
        int seen = in.position() + first + count - start;
        int keys = cache.keyAt(shape.kvHead(head), start);
        int values = cache.valueAt(shape.kvHead(head), start);

        float[] queries = new float[keySize * lanes]; // [keySize][lanes]
        pack(head, first, count, queries);
        float[] shares = new float[seen * lanes]; // [seen][lanes]
        kernel.accumulate(cache.keys(), keys, keySize, 1, seen, keySize, queries, 0, shares, 0);
        shape.cap(shares, 0, seen * lanes);
        mask(head, first, count, start, shares);
        softmax(head, shares, seen);

        float[] mixed = new float[valueSize * lanes]; // [valueSize][lanes]
        kernel.accumulate(
                cache.values(), values, 1, valueSize, valueSize, seen, shares, 0, mixed, 0);
        unpack(head, first, count, mixed);
        copyShares(head, first, count, start, shares);
    }

    private void pack(int head, int first, int count, float[] panel) {
        int lanes = kernel.lanes();
        for (int i = 0; i < count; i++) {
            int at = in.qAt() + (first + i) * in.qStride() + head * shape.keySize();
            for (int c = 0; c < shape.keySize(); c++) {
                panel[c * lanes + i] = in.q()[at + c] * shape.scale();
            }
        }
    }

    /** Masks what a query may not see, and adds the bias to the rest. */
    private void mask(int head, int first, int count, int start, float[] scores) {
        int lanes = kernel.lanes();
        ScoreBias bias = shape.bias();
        int seen = scores.length / lanes;
        for (int i = 0; i < count; i++) {
            int position = in.position() + first + i;
            int from = shape.reach().first(position) - start;
            for (int t = 0; t < from; t++) {
                scores[t * lanes + i] = Float.NEGATIVE_INFINITY;
            }
            for (int t = from; t <= position - start && bias != null; t++) {
                scores[t * lanes + i] += bias.of(head, position, start + t);
            }
            for (int t = position - start + 1; t < seen; t++) {
                scores[t * lanes + i] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    /** Softmax of each lane; the inner loops run along the lanes. */
    private void softmax(int head, float[] x, int rows) {
        int lanes = kernel.lanes();
        float[] max = new float[lanes];
        Arrays.fill(max, shape.hasSinks() ? shape.sinks()[head] : Float.NEGATIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < lanes; i++) {
                max[i] = Math.max(max[i], x[r * lanes + i]);
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < lanes; i++) {
                x[r * lanes + i] -= max[i];
            }
        }
        kernel.exp(x, 0, rows * lanes);
        float[] sum = new float[lanes];
        for (int i = 0; i < lanes && shape.hasSinks(); i++) {
            sum[i] = (float) Math.exp(shape.sinks()[head] - max[i]);
        }
        for (int r = 0; r < rows; r++) {
            kernel.add(x, r * lanes, sum, 0, lanes);
        }
        for (int i = 0; i < lanes; i++) {
            sum[i] = 1 / sum[i];
        }
        for (int r = 0; r < rows; r++) {
            kernel.multiply(sum, 0, x, r * lanes, lanes);
        }
    }

    private void unpack(int head, int first, int count, float[] mixed) {
        int lanes = kernel.lanes();
        for (int i = 0; i < count; i++) {
            int at = in.outAt() + (first + i) * in.outStride() + head * shape.valueSize();
            for (int c = 0; c < shape.valueSize(); c++) {
                in.out()[at + c] = mixed[c * lanes + i];
            }
        }
    }

    private void copyShares(int head, int first, int count, int start, float[] shares) {
        if (in.shares() == null) {
            return;
        }
        int lanes = kernel.lanes();
        for (int i = 0; i < count; i++) {
            int row = ((first + i) * shape.heads() + head) * in.end();
            Arrays.fill(in.shares(), row, row + in.end(), 0);
            for (int t = 0; t < shares.length / lanes; t++) {
                in.shares()[row + start + t] = shares[t * lanes + i];
            }
        }
    }
}
