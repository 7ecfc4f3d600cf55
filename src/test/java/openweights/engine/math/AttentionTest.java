package openweights.engine.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares single queries and panels of queries with attention in float64. */
class AttentionTest {

    private static final int HEADS = 6;
    private static final int KV_HEADS = 2;
    private static final int SIZE = 10;

    private final Random random = new Random(3);

    static List<Kernel> kernels() {
        return Kernels.all();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void seesAllEarlierPositions(Kernel kernel) {
        check(kernel, 0, new float[0]);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void seesOnlyItsWindow(Kernel kernel) {
        check(kernel, 5, new float[0]);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void addsTheBiasOfAlibi(Kernel kernel) {
        check(kernel, 0, new float[] {1, 0.5f, 0.25f, 0.125f, 0.0625f, 0.03125f});
    }

    private void check(Kernel kernel, int window, float[] slopes) {
        Attention attention = new Attention(HEADS, KV_HEADS, SIZE, 0.3f, window, slopes);
        try (Pool pool = new Pool(2)) {
            for (int n : new int[] {1, 3, 8, 40, 150}) {
                for (int position : new int[] {0, 1, 70}) {
                    check(new Backend(kernel, pool), attention, n, position);
                }
            }
        }
    }

    private void check(Backend backend, Attention attention, int n, int position) {
        int end = position + n;
        float[] keys = numbers(end * KV_HEADS * SIZE);
        float[] values = numbers(end * KV_HEADS * SIZE);
        KvCache cache = new KvCache(KV_HEADS, SIZE);
        for (int t = 0; t < end; t++) {
            cache.put(t, keys, t * KV_HEADS * SIZE, values, t * KV_HEADS * SIZE);
        }
        int stride = HEADS * SIZE + 3;
        float[] q = numbers(n * stride + 1);
        float[] out = new float[n * stride + 2];
        float[] shares = numbers(n * HEADS * end);
        attention.attend(backend, n, position, q, 1, stride, cache, out, 2, stride, shares);
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < HEADS; h++) {
                double[] expected = shares(attention, q, 1 + i * stride, h, keys, position + i);
                for (int t = 0; t < end; t++) {
                    double share = t < expected.length ? expected[t] : 0;
                    assertEquals(share, shares[(i * HEADS + h) * end + t], 2e-6);
                }
                for (int c = 0; c < SIZE; c++) {
                    double mixed = 0;
                    for (int t = 0; t < expected.length; t++) {
                        mixed += expected[t] * values[at(t, h) + c];
                    }
                    assertEquals(mixed, out[2 + i * stride + h * SIZE + c], 5e-6);
                }
            }
        }
    }

    private static int at(int t, int head) {
        return (t * KV_HEADS + head / (HEADS / KV_HEADS)) * SIZE;
    }

    private static double[] shares(
            Attention a, float[] q, int qAt, int head, float[] keys, int position) {
        double[] shares = new double[position + 1];
        double sum = 0;
        for (int t = 0; t <= position; t++) {
            double score = 0;
            for (int c = 0; c < SIZE; c++) {
                score += (double) q[qAt + head * SIZE + c] * keys[at(t, head) + c];
            }
            score *= a.scale();
            if (a.slopes().length > 0) {
                score += a.slopes()[head] * (t - position);
            }
            boolean seen = a.window() == 0 || position - t < a.window();
            shares[t] = seen ? Math.exp(score) : 0;
            sum += shares[t];
        }
        assertTrue(sum > 0);
        for (int t = 0; t <= position; t++) {
            shares[t] /= sum;
        }
        return shares;
    }

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }
}
