package openweights.engine.math;

import java.util.Arrays;
import openweights.engine.math.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Causal attention of one layer: each head mixes the values of all visible positions, weighted by
 * softmax(scale * q · k).
 *
 * <pre>{@code
 * Attention.of(32, 8, 128).withReach(Reach.window(4096))
 * }</pre>
 *
 * @param heads number of query heads
 * @param kvHeads number of key and value heads; {@code heads / kvHeads} query heads share one
 * @param keySize numbers in a head's query or key
 * @param valueSize numbers in a head's value
 * @param scale factor of the scores, usually {@code 1 / sqrt(keySize)}
 * @param reach which positions a query sees
 * @param bias added to the scores, such as ALiBi's; null for none
 * @param softCap c: scores become c tanh(score / c), so they stay below c; 0 for none
 * @param sinks a score per head that takes part in the softmax and has no value, so a head can
 *     attend to nothing; empty for none
 */
public record Attention(
        int heads,
        int kvHeads,
        int keySize,
        int valueSize,
        float scale,
        Reach reach,
        @Nullable ScoreBias bias,
        float softCap,
        float[] sinks) {

    /** Fewer queries than this are faster one by one than in a panel. */
    private static final int MIN_PANEL_QUERIES = 8;

    /** Multiplications below this are not worth waking a thread for. */
    private static final long MIN_WORK = 1 << 13;

    /** With scores divided by the root of the head size, and nothing else. */
    public static Attention of(int heads, int kvHeads, int headSize) {
        float scale = (float) (1 / Math.sqrt(headSize));
        return new Attention(
                heads, kvHeads, headSize, headSize, scale, Reach.ALL, null, 0, new float[0]);
    }

    public Attention withValueSize(int size) {
        return new Attention(heads, kvHeads, keySize, size, scale, reach, bias, softCap, sinks);
    }

    public Attention withScale(float newScale) {
        return new Attention(
                heads, kvHeads, keySize, valueSize, newScale, reach, bias, softCap, sinks);
    }

    public Attention withReach(Reach newReach) {
        return new Attention(
                heads, kvHeads, keySize, valueSize, scale, newReach, bias, softCap, sinks);
    }

    public Attention withBias(ScoreBias newBias) {
        return new Attention(
                heads, kvHeads, keySize, valueSize, scale, reach, newBias, softCap, sinks);
    }

    public Attention withSoftCap(float cap) {
        return new Attention(heads, kvHeads, keySize, valueSize, scale, reach, bias, cap, sinks);
    }

    public Attention withSinks(float[] scores) {
        return new Attention(
                heads, kvHeads, keySize, valueSize, scale, reach, bias, softCap, scores);
    }

    /** Numbers in the queries of all heads. */
    public int queryWidth() {
        return heads * keySize;
    }

    /** Numbers in the keys of all heads. */
    public int keyWidth() {
        return kvHeads * keySize;
    }

    /** Numbers in the values of all heads. */
    public int valueWidth() {
        return kvHeads * valueSize;
    }

    /** Numbers in queries, keys and values together. */
    public int qkvWidth() {
        return queryWidth() + keyWidth() + valueWidth();
    }

    /** Numbers in the results of all heads. */
    public int mixedWidth() {
        return heads * valueSize;
    }

    public KvCache newCache() {
        return new KvCache(kvHeads, keySize, valueSize);
    }

    /** Bytes of keys and values for a text of {@code positions}, in float32. */
    public long cacheBytes(int positions) {
        return (long) (keyWidth() + valueWidth()) * reach.kept(positions) * Float.BYTES;
    }

    /**
     * Attends from {@code n} positions starting at {@code position}, whose keys and values are
     * already in {@code cache}. Query i has {@code heads * keySize} numbers starting at {@code qAt
     * + i * qStride}; its result of {@code heads * valueSize} is written to {@code out} likewise.
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
                        grain(backend, heads * panels, (long) width * (position + n) * keySize),
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

    int kvHead(int head) {
        return head / (heads / kvHeads);
    }

    boolean hasSinks() {
        return sinks.length > 0;
    }

    /** c tanh(score / c) of n scores, in place. */
    void cap(float[] scores, int at, int n) {
        for (int t = at; t < at + n && softCap > 0; t++) {
            scores[t] = softCap * (float) Math.tanh(scores[t] / softCap);
        }
    }

    /** How many tasks a thread takes at once; more if a task is too small to be worth a thread. */
    private int grain(Backend backend, int tasks, long work) {
        long enough = MIN_WORK / work;
        long share = (tasks - 1L) / (4L * backend.pool().threads()) + 1;
        return (int) Math.max(1, Math.max(share, enough));
    }

    private void one(Kernel kernel, Queries in, int head, int i, KvCache cache) {
        int position = in.position + i;
        int first = reach.first(position);
        int count = position + 1 - first;
        int sink = hasSinks() ? 1 : 0;
        float[] scores = new float[count + sink];
        int keys = cache.keyAt(kvHead(head), first);
        int query = in.qAt + i * in.qStride + head * keySize;
        kernel.multiply(cache.keys(), keys, count, keySize, in.q, query, scores, 0);
        kernel.scale(scale, scores, 0, count);
        cap(scores, 0, count);
        for (int t = 0; t < count && bias != null; t++) {
            scores[t] += bias.of(head, position, first + t);
        }
        if (hasSinks()) {
            scores[count] = sinks[head];
        }
        kernel.softmax(scores, 0, count + sink);
        int values = cache.valueAt(kvHead(head), first);
        int result = in.outAt + i * in.outStride + head * valueSize;
        kernel.combine(
                scores, 0, count, cache.values(), values, valueSize, valueSize, in.out, result);
        if (in.shares != null) {
            int row = (i * heads + head) * in.end();
            Arrays.fill(in.shares, row, row + in.end(), 0);
            System.arraycopy(scores, 0, in.shares, row + first, count);
        }
    }
}
