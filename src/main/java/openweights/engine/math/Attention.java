package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Causal attention of one layer: each head mixes the values of all visible positions, weighted by
 * softmax(scale * q · k).
 *
 * @param heads number of query heads
 * @param kvHeads number of key and value heads; {@code heads / kvHeads} query heads share one
 * @param headSize numbers in a head's query, key or value
 * @param scale factor of the scores, usually {@code 1 / sqrt(headSize)}
 * @param window how many positions a query sees, its own included; 0 for all (sliding-window
 *     attention)
 * @param slopes ALiBi: {@code slopes[h] * (key position - query position)} is added to the scores
 *     of head h; empty for none
 */
public record Attention(
        int heads, int kvHeads, int headSize, float scale, int window, float[] slopes) {

    /** Fewer queries than this are faster one by one than in a panel. */
    private static final int MIN_PANEL_QUERIES = 8;

    /** Multiplications below this are not worth waking a thread for. */
    private static final long MIN_WORK = 1 << 13;

    /**
     * Attends from {@code n} positions starting at {@code position}, whose keys and values are
     * already in {@code cache}. Query i has {@code heads * headSize} numbers starting at {@code qAt
     * + i * qStride}; its result is written to {@code out} the same way.
     *
     * @param shares receives the attention weights, {@code [n][heads][position + n]}; null if they
     *     are not needed
     */
    public void attend(
            Backend backend,
            int n,
            int position,
            float[] q,
            int qAt,
            int qStride,
            KvCache cache,
            float[] out,
            int outAt,
            int outStride,
            float @Nullable [] shares) {
        Queries queries = new Queries(n, position, q, qAt, qStride, out, outAt, outStride, shares);
        Kernel kernel = backend.kernel();
        int width = n < MIN_PANEL_QUERIES ? 1 : kernel.lanes();
        int panels = (n - 1) / width + 1;
        backend.pool()
                .each(
                        heads * panels,
                        grain(backend, heads * panels, (long) width * (position + n) * headSize),
                        (from, to) -> {
                            for (int task = from; task < to; task++) {
                                int head = task / panels;
                                int first = task % panels * width;
                                if (width == 1) {
                                    one(kernel, queries, head, first, cache);
                                } else {
                                    int count = Math.min(width, n - first);
                                    new PanelAttention(this, kernel, queries, cache)
                                            .attend(head, first, count);
                                }
                            }
                        });
    }

    /** The queries of all heads, and where to write their results. */
    record Queries(
            int n,
            int position,
            float[] q,
            int qAt,
            int qStride,
            float[] out,
            int outAt,
            int outStride,
            float @Nullable [] shares) {

        int end() {
            return position + n;
        }
    }

    /** The first position that a query at {@code position} can see. */
    int first(int position) {
        return window == 0 ? 0 : Math.max(0, position - window + 1);
    }

    int kvHead(int head) {
        return head / (heads / kvHeads);
    }

    /** How many tasks a thread takes at once; more if a task is too small to be worth a thread. */
    private int grain(Backend backend, int tasks, long work) {
        long enough = MIN_WORK / work;
        long share = (tasks - 1L) / (4L * backend.pool().threads()) + 1;
        return (int) Math.max(1, Math.max(share, enough));
    }

    private void one(Kernel kernel, Queries in, int head, int i, KvCache cache) {
        int position = in.position + i;
        int first = first(position);
        int count = position + 1 - first;
        int at = cache.at(kvHead(head), first);
        float[] scores = new float[count];
        int query = in.qAt + i * in.qStride + head * headSize;
        kernel.multiply(cache.keys(), at, count, headSize, in.q, query, scores, 0);
        kernel.scale(scale, scores, 0, count);
        for (int t = 0; t < count && slopes.length > 0; t++) {
            scores[t] += slopes[head] * (t + 1 - count);
        }
        kernel.softmax(scores, 0, count);
        int result = in.outAt + i * in.outStride + head * headSize;
        kernel.combine(scores, 0, count, cache.values(), at, headSize, headSize, in.out, result);
        if (in.shares != null) {
            int row = (i * heads + head) * in.end();
            Arrays.fill(in.shares, row, row + in.end(), 0);
            System.arraycopy(scores, 0, in.shares, row + first, count);
        }
    }
}
