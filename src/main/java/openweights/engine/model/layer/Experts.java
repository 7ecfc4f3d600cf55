package openweights.engine.model.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        float[] all = scored(backend, tokens, read, scratch, hook);
        if (shared == null) {
            Arrays.fill(y, 0, tokens * scores.inputs(), 0);
        } else {
            shared.apply(backend, tokens, x, y, scratch, LayerHook.OFF);
        }
        routed(backend, tokens, all)
                .forEach((e, routed) -> addOutput(backend, experts.get(e), routed, x, y, scratch));
    }

    /** The scores of all experts for each token, [T, E]. */
    private float[] scored(
            Backend backend, int tokens, float[] x, Scratch scratch, LayerHook hook) {
        int count = experts.size();
        float[] all = scratch.room(Scratch.Room.SCORES, tokens * count);
        scores.apply(backend, tokens, x, all);
        float[] own = new float[count];
        for (int t = 0; t < tokens; t++) {
            System.arraycopy(all, t * count, own, 0, count);
            router.score(backend.kernel(), own);
            System.arraycopy(own, 0, all, t * count, count);
        }
        hook.see("mlp.router", all, tokens, count);
        return all;
    }

    /** The tokens of each expert that has any, by its number. */
    private Map<Integer, List<Routed>> routed(Backend backend, int tokens, float[] all) {
        Map<Integer, List<Routed>> routed = new TreeMap<>();
        float[] weights = new float[router.perToken()];
        float[] own = new float[experts.size()];
        for (int t = 0; t < tokens; t++) {
            System.arraycopy(all, t * own.length, own, 0, own.length);
            int[] chosen = router.choose(backend.kernel(), own, weights);
            for (int i = 0; i < chosen.length; i++) {
                routed.computeIfAbsent(chosen[i], e -> new ArrayList<>())
                        .add(new Routed(t, weights[i]));
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
        float[] in = scratch.room(Scratch.Room.EXPERT_INPUT, routed.size() * d);
        float[] out = scratch.room(Scratch.Room.EXPERT_OUTPUT, routed.size() * d);
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
    public int innerWidth() {
        int widest = experts.stream().mapToInt(Mlp::innerWidth).max().orElse(0);
        return shared == null ? widest : Math.max(widest, shared.innerWidth());
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
