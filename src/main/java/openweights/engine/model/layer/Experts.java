package openweights.engine.model.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.engine.math.Backend;
import org.jspecify.annotations.Nullable;

/**
 * A mixture of experts: a router sends each token to a few of them and weights their outputs.
 *
 * @param scores [E, d], the router's matrix
 * @param shared an expert that every token uses, with weight 1; null for none
 * @param scalesInput whether the weight is a factor of an expert's input instead of its output
 */
public record Experts(
        Linear scores,
        Router router,
        List<GatedFeedForward> experts,
        @Nullable Mlp shared,
        boolean scalesInput)
        implements Mlp {

    /** Without a shared expert, with weighted outputs. */
    public static Experts of(Linear scores, Router router, List<GatedFeedForward> experts) {
        return new Experts(scores, router, experts, null, false);
    }

    /** A token that an expert processes, and the weight of the expert. */
    private record Routed(int token, float weight) {}

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        apply(backend, tokens, x, x, y, scratch, hook);
    }

    /** The same where the router reads another vector than the experts, [T, d]. */
    void apply(
            Backend backend,
            int tokens,
            float[] read,
            float[] x,
            float[] y,
            Scratch scratch,
            LayerHook hook) {
        float[][] all = scored(backend, tokens, read, hook);
        if (shared == null) {
            Arrays.fill(y, 0, tokens * scores.inputs(), 0);
        } else {
            shared.apply(backend, tokens, x, y, scratch, LayerHook.OFF);
        }
        List<List<Routed>> routed = routed(backend, all);
        for (int e = 0; e < experts.size(); e++) {
            if (!routed.get(e).isEmpty()) {
                addOutput(backend, experts.get(e), routed.get(e), x, y, scratch);
            }
        }
    }

    /** The scores of all experts for each token, [T][E]. */
    private float[][] scored(Backend backend, int tokens, float[] x, LayerHook hook) {
        int count = experts.size();
        float[] flat = new float[tokens * count]; // [T, E]
        scores.apply(backend, tokens, x, flat);
        for (int t = 0; t < tokens; t++) {
            float[] own = Arrays.copyOfRange(flat, t * count, (t + 1) * count);
            router.score(backend.kernel(), own);
            System.arraycopy(own, 0, flat, t * count, count);
        }
        hook.see("mlp.router", flat, tokens, count);
        return new Rows(flat, 0, count, tokens, count).toArray();
    }

    /** The tokens of each expert. */
    private List<List<Routed>> routed(Backend backend, float[][] all) {
        List<List<Routed>> routed = new ArrayList<>();
        experts.forEach(expert -> routed.add(new ArrayList<>()));
        float[] weights = new float[router.perToken()];
        for (int t = 0; t < all.length; t++) {
            int[] chosen = router.choose(backend.kernel(), all[t], weights);
            for (int i = 0; i < chosen.length; i++) {
                routed.get(chosen[i]).add(new Routed(t, weights[i]));
            }
        }
        return routed;
    }

    /** Adds the output of an expert, computed for all of its tokens at once. */
    private void addOutput(
            Backend backend,
            GatedFeedForward expert,
            List<Routed> routed,
            float[] x,
            float[] y,
            Scratch scratch) {
        int d = scores.inputs();
        float[] in = new float[routed.size() * d];
        float[] out = new float[routed.size() * d];
        for (int i = 0; i < routed.size(); i++) {
            System.arraycopy(x, routed.get(i).token() * d, in, i * d, d);
            if (scalesInput) {
                backend.kernel().scale(routed.get(i).weight(), in, i * d, d);
            }
        }
        expert.apply(backend, routed.size(), in, out, scratch, LayerHook.OFF);
        for (int i = 0; i < routed.size(); i++) {
            float factor = scalesInput ? 1 : routed.get(i).weight();
            backend.kernel().axpy(factor, out, i * d, y, routed.get(i).token() * d, d);
        }
    }

    @Override
    public long bytesPerToken() {
        return scores.weight().bytes()
                + router.perToken() * experts.get(0).bytesPerToken()
                + (shared == null ? 0 : shared.bytesPerToken());
    }

    @Override
    public long idleBytesPerToken() {
        return (experts.size() - router.perToken()) * experts.get(0).bytesPerToken();
    }
}
