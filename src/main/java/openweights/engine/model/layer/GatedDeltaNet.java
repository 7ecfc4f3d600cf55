package openweights.engine.model.layer;

import java.util.Arrays;
import openweights.engine.math.Backend;
import openweights.engine.math.DeltaCache;
import openweights.engine.math.KvCache;
import openweights.engine.math.Reach;
import openweights.engine.math.kernel.Activation;
import openweights.engine.math.kernel.Kernel;

/**
 * Linear attention, as in Qwen 3.5. Instead of keys and values of all tokens, each head keeps a
 * matrix, which its tokens change by the {@link DeltaRule}.
 *
 * @param inputs its outputs are all queries, keys, values, gates of the results, then beta and
 *     decay of each head
 * @param rule how a token changes the matrices
 * @param decay [Hv], the logarithm of the speed of fading
 * @param decayBias [Hv]
 * @param norm of each head's result
 */
public record GatedDeltaNet(
        DeltaHeads heads,
        Linear inputs,
        DeltaRule rule,
        float[] decay,
        float[] decayBias,
        Norm norm,
        Linear output)
        implements TokenMixer {

    /** The base of the cache is renewed when it is so many tokens behind. */
    private static final int LAG = 64;

    @Override
    public void apply(Backend backend, Span span, KvCache kv, Scratch scratch, LayerHook hook) {
        DeltaCache cache = (DeltaCache) kv;
        int count = span.count();
        prepare(backend, cache, span.first(), scratch);
        float[] in = scratch.qkv; // [T, inputs]
        inputs.apply(backend, count, scratch.normed, in);
        float[] gates = scratch.room(Scratch.Room.DELTA_GATES, 2 * heads.values());
        for (int t = 0; t < count; t++) {
            gates(in, t, gates);
            cache.put(span.first() + t, in, t * qkvWidth(), gates, 0);
        }
        float[] mixed = scratch.mixed; // [T, Hv dv]
        Arrays.fill(mixed, 0, count * mixedWidth(), 0);
        recur(backend, cache, count, mixed, scratch);
        TokenWise.each(backend, count, t -> finish(backend.kernel(), in, mixed, t));
        hook.see("attention.mixed", mixed, count, mixedWidth());
        output.apply(backend, count, mixed, scratch.added);
    }

    /** Brings the matrices to a position, which may be earlier than the last one. */
    private void prepare(Backend backend, DeltaCache cache, int first, Scratch scratch) {
        boolean stale = first - cache.basePosition() > LAG;
        if (cache.position() == first && !stale) {
            return;
        }
        cache.restore();
        if (stale) {
            int again = first - Span.MAX_REWIND - cache.position();
            rule.recur(backend, cache, again, null, 0, scratch);
            cache.commit();
        }
        rule.recur(backend, cache, first - cache.position(), null, 0, scratch);
    }

    /**
     * Reads the pass's tokens. After many, the base is renewed on the way, where they cannot be
     * forgotten any more; later it would have to be computed again.
     */
    private void recur(
            Backend backend, DeltaCache cache, int count, float[] mixed, Scratch scratch) {
        int settled = count - Span.MAX_REWIND;
        int begin = 0;
        if (settled > 0 && cache.position() + settled - cache.basePosition() > LAG) {
            rule.recur(backend, cache, settled, mixed, 0, scratch);
            cache.commit();
            begin = settled;
        }
        rule.recur(backend, cache, count - begin, mixed, begin, scratch);
    }

    /** How much of the matrices is left after a token, and how much it writes, for each head. */
    private void gates(float[] in, int t, float[] gates) {
        int count = heads.values();
        int at = (t + 1) * qkvWidth() - 2 * count;
        for (int h = 0; h < count; h++) {
            double x = in[at + count + h] + decayBias[h];
            double softplus = x > 20 ? x : Math.log1p(Math.exp(x));
            gates[h] = (float) Math.exp(-Math.exp(decay[h]) * softplus);
            gates[count + h] = (float) (1 / (1 + Math.exp(-in[at + h])));
        }
    }

    /** mixed = norm(mixed) * SiLU(gate) for one token. */
    private void finish(Kernel kernel, float[] in, float[] mixed, int t) {
        int width = heads.valueWidth();
        for (int h = 0; h < heads.values(); h++) {
            norm.row(kernel, mixed, mixed, t * width + h * heads.valueSize());
        }
        int gate = t * qkvWidth() + heads.channels();
        kernel.activate(Activation.SILU, in, gate, width);
        kernel.multiply(in, gate, mixed, t * width, width);
    }

    @Override
    public KvCache newCache() {
        return new DeltaCache(
                heads.channels(),
                2 * heads.values(),
                heads.kernel(),
                heads.values() * heads.matrix());
    }

    @Override
    public Reach reach() {
        return Reach.window(heads.kernel());
    }

    @Override
    public long cacheBytes(int positions) {
        long row = heads.channels() + 2L * heads.values();
        long kept = Math.min(positions, heads.kernel() + LAG + Span.MAX_REWIND);
        return Float.BYTES * (row * kept + 2L * heads.values() * heads.matrix());
    }

    @Override
    public int qkvWidth() {
        return inputs.outputs();
    }

    @Override
    public int mixedWidth() {
        return heads.valueWidth();
    }

    @Override
    public int hidden() {
        return output.outputs();
    }

    @Override
    public long bytesPerToken() {
        return inputs.weight().bytes() + output.weight().bytes();
    }
}
