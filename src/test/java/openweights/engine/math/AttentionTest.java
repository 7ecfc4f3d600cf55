package openweights.engine.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares single queries and panels of queries with attention in float64. */
class AttentionTest {

    private static final int HEADS = 6;
    private static final int KV_HEADS = 2;
    private static final int SIZE = 10;
    private static final Attention PLAIN = Attention.of(HEADS, KV_HEADS, SIZE).withScale(0.3f);

    private final Random random = new Random(3);

    static List<Arguments> attentions() {
        float[] sinks = {0.5f, -1, 2, 0, 1, -3};
        ScoreBias bias = (head, query, key) -> (key - query) / (float) (1 << head);
        return Kernels.all().stream()
                .flatMap(
                        kernel ->
                                Stream.of(
                                                PLAIN,
                                                PLAIN.withReach(Reach.window(5)),
                                                PLAIN.withReach(Reach.chunk(7)),
                                                PLAIN.withBias(bias),
                                                PLAIN.withSoftCap(0.8f),
                                                PLAIN.withSinks(sinks),
                                                PLAIN.withValueSize(7),
                                                PLAIN.withValueSize(13)
                                                        .withReach(Reach.window(9))
                                                        .withSoftCap(2)
                                                        .withBias(bias)
                                                        .withSinks(sinks))
                                        .map(attention -> Arguments.of(kernel, attention)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void equalsAttentionInFloat64(Kernel kernel, Attention attention) {
        try (Pool pool = new Pool(2)) {
            for (int n : new int[] {1, 3, 8, 40, 150}) {
                for (int position : new int[] {0, 1, 70}) {
                    check(new Backend(kernel, pool), attention, n, position);
                }
            }
        }
    }

    /** A cache that has forgotten what no later query sees gives the same results. */
    @ParameterizedTest
    @MethodSource("attentions")
    void needsNoPositionsOutOfReach(Kernel kernel, Attention attention) {
        int end = 600;
        float[] k = numbers(end * attention.keyWidth());
        float[] v = numbers(end * attention.valueWidth());
        float[] q = numbers(attention.queryWidth());
        KvCache whole = attention.newCache();
        KvCache rest = attention.newCache();
        for (int t = 0; t < end; t++) {
            whole.put(t, k, t * attention.keyWidth(), v, t * attention.valueWidth());
            rest.forget(attention.reach().first(t));
            rest.put(t, k, t * attention.keyWidth(), v, t * attention.valueWidth());
        }
        assertEquals(attention.reach().kind() != Reach.Kind.ALL, rest.bytes() < whole.bytes());
        try (Pool pool = new Pool(1)) {
            Backend backend = new Backend(kernel, pool);
            float[] expected = new float[attention.mixedWidth()];
            float[] found = new float[attention.mixedWidth()];
            attention.attend(backend, 1, end - 1, q, 0, 0, whole, expected, 0, 0, null);
            attention.attend(backend, 1, end - 1, q, 0, 0, rest, found, 0, 0, null);
            assertArrayEquals(expected, found);
        }
    }

    private void check(Backend backend, Attention attention, int n, int position) {
        int end = position + n;
        float[] keys = numbers(end * attention.keyWidth());
        float[] values = numbers(end * attention.valueWidth());
        KvCache cache = attention.newCache();
        for (int t = 0; t < end; t++) {
            cache.put(t, keys, t * attention.keyWidth(), values, t * attention.valueWidth());
        }
        int stride = attention.queryWidth() + 3;
        int outStride = attention.mixedWidth() + 5;
        float[] q = numbers(n * stride + 1);
        float[] out = new float[n * outStride + 2];
        float[] shares = numbers(n * HEADS * end);
        attention.attend(backend, n, position, q, 1, stride, cache, out, 2, outStride, shares);
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < HEADS; h++) {
                double[] expected = shares(attention, q, 1 + i * stride, h, keys, position + i);
                for (int t = 0; t < end; t++) {
                    double share = t < expected.length ? expected[t] : 0;
                    assertEquals(share, shares[(i * HEADS + h) * end + t], 2e-6);
                }
                for (int c = 0; c < attention.valueSize(); c++) {
                    double mixed = 0;
                    for (int t = 0; t < expected.length; t++) {
                        mixed += expected[t] * values[at(t, h, attention.valueSize()) + c];
                    }
                    int result = 2 + i * outStride + h * attention.valueSize() + c;
                    assertEquals(mixed, out[result], 5e-6);
                }
            }
        }
    }

    private static int at(int t, int head, int size) {
        return (t * KV_HEADS + head / (HEADS / KV_HEADS)) * size;
    }

    private static double[] shares(
            Attention a, float[] q, int qAt, int head, float[] keys, int position) {
        double[] shares = new double[position + 1];
        double sum = a.sinks().length == 0 ? 0 : Math.exp(a.sinks()[head]);
        for (int t = 0; t <= position; t++) {
            double score = 0;
            for (int c = 0; c < SIZE; c++) {
                score += (double) q[qAt + head * SIZE + c] * keys[at(t, head, SIZE) + c];
            }
            score *= a.scale();
            if (a.softCap() > 0) {
                score = a.softCap() * Math.tanh(score / a.softCap());
            }
            if (a.bias() != null) {
                score += a.bias().of(head, position, t);
            }
            shares[t] = sees(a.reach(), position, t) ? Math.exp(score) : 0;
            sum += shares[t];
        }
        assertTrue(sum > 0);
        for (int t = 0; t <= position; t++) {
            shares[t] /= sum;
        }
        return shares;
    }

    private static boolean sees(Reach reach, int position, int t) {
        return switch (reach.kind()) {
            case ALL -> true;
            case WINDOW -> position - t < reach.size();
            case CHUNK -> position / reach.size() == t / reach.size();
        };
    }

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }
}
