package openweights.engine.model.layer;

import java.util.Arrays;
import openweights.engine.math.Backend;
import openweights.engine.math.DeltaCache;
import openweights.engine.math.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * The gated delta rule. A token lets a head's matrix S fade, replaces what it says under the
 * token's key by the token's value, and asks it:
 *
 * <pre>{@code
 * S = decay S
 * S += k (beta (v - S^T k))^T
 * result = S^T q
 * }</pre>
 *
 * <p>Queries, keys and values first pass a short convolution over the last tokens.
 *
 * @param kernels of the convolution, [channels, kernel]
 * @param f what is applied to its results
 */
public record DeltaRule(DeltaHeads heads, float[] kernels, Nonlinearity f) {

    private static final float EPSILON = 1e-6f;

    /**
     * Reads the next tokens of the cache.
     *
     * @param out receives the results, [T, Hv dv], to which they are added; null if not needed
     * @param begin the first token's row there
     */
    void recur(
            Backend backend,
            DeltaCache cache,
            int count,
            float @Nullable [] out,
            int begin,
            Scratch scratch) {
        int first = cache.position();
        int size = count * heads.channels();
        float[] qkv = scratch.room(Scratch.Room.DELTA_QKV, size);
        float[] inputs = scratch.room(Scratch.Room.DELTA_INPUT, size);
        float[] deltas = scratch.room(Scratch.Room.DELTA, heads.valueWidth());
        TokenWise.each(
                backend, count, t -> convolve(backend.kernel(), cache, first + t, inputs, qkv, t));
        backend.pool()
                .each(
                        heads.values(),
                        1,
                        (from, to) -> {
                            for (int h = from; h < to; h++) {
                                head(backend.kernel(), cache, h, count, qkv, deltas, out, begin);
                            }
                        });
        cache.advance(first + count);
    }

    /** Queries, keys and values of one token; queries and keys of length 1. */
    private void convolve(
            Kernel kernel, DeltaCache cache, int position, float[] inputs, float[] qkv, int t) {
        int channels = heads.channels();
        int size = heads.kernel();
        int at = t * channels;
        Arrays.fill(qkv, at, at + channels, 0);
        for (int j = 0; j < size; j++) {
            cache.input(position - size + 1 + j, inputs, at);
            for (int c = 0; c < channels; c++) {
                qkv[at + c] += kernels[c * size + j] * inputs[at + c];
            }
        }
        f.apply(kernel, qkv, at, channels);
        float scale = (float) (1 / Math.sqrt(heads.keySize()));
        for (int h = 0; h < 2 * heads.keys(); h++) {
            int head = at + h * heads.keySize();
            double squares = EPSILON;
            for (int i = head; i < head + heads.keySize(); i++) {
                squares += qkv[i] * qkv[i];
            }
            float length = (float) (1 / Math.sqrt(squares));
            kernel.scale(h < heads.keys() ? length * scale : length, qkv, head, heads.keySize());
        }
    }

    private void head(
            Kernel kernel,
            DeltaCache cache,
            int h,
            int count,
            float[] qkv,
            float[] deltas,
            float @Nullable [] out,
            int begin) {
        int size = heads.valueSize();
        int shared = h / (heads.values() / heads.keys()) * heads.keySize();
        float[] s = cache.state();
        int matrix = h * heads.matrix();
        for (int t = 0; t < count; t++) {
            int position = cache.position() + t;
            int q = t * heads.channels() + shared;
            int k = q + heads.keyWidth();
            int v = t * heads.channels() + 2 * heads.keyWidth() + h * size;
            kernel.scale(cache.gate(position, h), s, matrix, heads.matrix());
            int delta = h * size;
            Arrays.fill(deltas, delta, delta + size, 0);
            for (int i = 0; i < heads.keySize(); i++) {
                kernel.axpy(-qkv[k + i], s, matrix + i * size, deltas, delta, size);
            }
            kernel.add(qkv, v, deltas, delta, size);
            kernel.scale(cache.gate(position, heads.values() + h), deltas, delta, size);
            for (int i = 0; i < heads.keySize(); i++) {
                kernel.axpy(qkv[k + i], deltas, delta, s, matrix + i * size, size);
            }
            for (int i = 0; i < heads.keySize() && out != null; i++) {
                int result = (begin + t) * heads.valueWidth() + h * size;
                kernel.axpy(qkv[q + i], s, matrix + i * size, out, result, size);
            }
        }
    }
}
