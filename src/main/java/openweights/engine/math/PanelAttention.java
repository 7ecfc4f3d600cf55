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
        int size = shape.headSize();
        int lanes = kernel.lanes();
        int start = shape.first(in.position() + first);
        int seen = in.position() + first + count - start;
        int at = cache.at(shape.kvHead(head), start);

        float[] queries = new float[size * lanes]; // [size][lanes]
        pack(head, first, count, queries);
        float[] shares = new float[seen * lanes]; // [seen][lanes]
        kernel.accumulate(lanes, cache.keys(), at, size, 1, seen, size, queries, 0, shares, 0);
        mask(head, first, count, start, shares);
        softmax(shares, seen);

        float[] mixed = new float[size * lanes]; // [size][lanes]
        kernel.accumulate(lanes, cache.values(), at, 1, size, size, seen, shares, 0, mixed, 0);
        unpack(head, first, count, mixed);
        copyShares(head, first, count, start, shares);
    }

    private void pack(int head, int first, int count, float[] panel) {
        int lanes = kernel.lanes();
        for (int i = 0; i < count; i++) {
            int at = in.qAt() + (first + i) * in.qStride() + head * shape.headSize();
            for (int c = 0; c < shape.headSize(); c++) {
                panel[c * lanes + i] = in.q()[at + c] * shape.scale();
            }
        }
    }

    /** Masks what a query may not see, and adds ALiBi's bias to the rest. */
    private void mask(int head, int first, int count, int start, float[] scores) {
        int lanes = kernel.lanes();
        float slope = shape.slopes().length == 0 ? 0 : shape.slopes()[head];
        int seen = scores.length / lanes;
        for (int i = 0; i < count; i++) {
            int position = in.position() + first + i - start;
            int from = shape.first(position + start) - start;
            for (int t = 0; t < from; t++) {
                scores[t * lanes + i] = Float.NEGATIVE_INFINITY;
            }
            for (int t = from; t <= position && slope != 0; t++) {
                scores[t * lanes + i] += slope * (t - position);
            }
            for (int t = position + 1; t < seen; t++) {
                scores[t * lanes + i] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    /** Softmax of each lane; the inner loops run along the lanes. */
    private void softmax(float[] x, int rows) {
        int lanes = kernel.lanes();
        float[] lane = new float[lanes];
        Arrays.fill(lane, Float.NEGATIVE_INFINITY);
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < lanes; i++) {
                lane[i] = Math.max(lane[i], x[r * lanes + i]);
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < lanes; i++) {
                x[r * lanes + i] -= lane[i];
            }
        }
        kernel.exp(x, 0, rows * lanes);
        Arrays.fill(lane, 0);
        for (int r = 0; r < rows; r++) {
            kernel.add(x, r * lanes, lane, 0, lanes);
        }
        for (int i = 0; i < lanes; i++) {
            lane[i] = 1 / lane[i];
        }
        for (int r = 0; r < rows; r++) {
            kernel.multiply(lane, 0, x, r * lanes, lanes);
        }
    }

    private void unpack(int head, int first, int count, float[] mixed) {
        int lanes = kernel.lanes();
        for (int i = 0; i < count; i++) {
            int at = in.outAt() + (first + i) * in.outStride() + head * shape.headSize();
            for (int c = 0; c < shape.headSize(); c++) {
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
