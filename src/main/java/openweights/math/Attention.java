package openweights.math;

import java.util.Arrays;

/**
 * Causal attention of one layer: each head mixes the values of the positions that it may see, by
 * softmax(scale * q . k).
 *
 * @param heads heads of queries
 * @param kvHeads heads of keys and values; {@code heads / kvHeads} queries share one
 * @param window how many positions a query sees, its own included; 0 for all
 * @param slopes ALiBi: what is added to head h's score is {@code slopes[h] * (key position - query
 *     position)}; empty for none
 */
public record Attention(
        int heads, int kvHeads, int headSize, float scale, int window, float[] slopes) {

    /**
     * Attends from {@code n} positions, the first being {@code position}, whose keys and values are
     * already in {@code cache}. Query i has {@code heads * headSize} numbers from {@code qAt + i *
     * qStride} on; its result goes likewise to {@code out}.
     *
     * @param shares what each query gave to each position, {@code [n][heads][position + n]}, or
     *     null if nobody looks
     */
    public void attend(
            Backend backend,
            int n,
            int position,
            float[] q,
            int qAt,
            int qStride,
            KeyValues cache,
            float[] out,
            int outAt,
            int outStride,
            float[] shares) {
        backend.pool()
                .each(
                        n * heads,
                        Math.max(1, n / 8),
                        (from, to) -> {
                            float[] scores = new float[position + n];
                            for (int task = from; task < to; task++) {
                                int h = task / n;
                                int i = task % n;
                                one(
                                        backend.kernel(),
                                        h,
                                        position + i,
                                        q,
                                        qAt + i * qStride + h * headSize,
                                        cache,
                                        scores,
                                        out,
                                        outAt + i * outStride + h * headSize);
                                if (shares != null) {
                                    int row = (i * heads + h) * (position + n);
                                    System.arraycopy(scores, 0, shares, row, position + i + 1);
                                }
                            }
                        });
    }

    private void one(
            Kernel kernel,
            int head,
            int position,
            float[] q,
            int qAt,
            KeyValues cache,
            float[] scores,
            float[] out,
            int outAt) {
        int first = window == 0 ? 0 : Math.max(0, position - window + 1);
        int count = position + 1 - first;
        int at = cache.at(head / (heads / kvHeads), first);
        kernel.multiply(cache.keys(), at, count, headSize, q, qAt, scores, first);
        kernel.scale(scale, scores, first, count);
        if (slopes.length > 0) {
            for (int t = first; t <= position; t++) {
                scores[t] += slopes[head] * (t - position);
            }
        }
        kernel.softmax(scores, first, count);
        Arrays.fill(scores, 0, first, 0);
        kernel.combine(scores, first, count, cache.values(), at, headSize, headSize, out, outAt);
    }
}
