package openweights.engine.model.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Backend;

/**
 * A mixture of experts, as in Mixtral: a router sends each token to its {@code perToken} best
 * experts and weights their outputs.
 *
 * @param router [E, d]
 */
public record Experts(Linear router, List<GatedFeedForward> experts, int perToken) implements Mlp {

    /** A token that an expert processes, and the weight of the expert's output. */
    private record Routed(int token, float weight) {}

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook) {
        float[] weights = new float[tokens * experts.size()]; // [T, E]
        router.apply(backend, tokens, x, weights);
        for (int t = 0; t < tokens; t++) {
            backend.kernel().softmax(weights, t * experts.size(), experts.size());
        }
        hook.see("mlp.router", weights, tokens, experts.size());
        Arrays.fill(y, 0, tokens * router.inputs(), 0);
        List<List<Routed>> routed = routed(tokens, weights);
        for (int e = 0; e < experts.size(); e++) {
            if (!routed.get(e).isEmpty()) {
                addOutput(backend, experts.get(e), routed.get(e), x, y, scratch);
            }
        }
    }

    /** The tokens of each expert; the weights of a token's experts are scaled to sum to 1. */
    private List<List<Routed>> routed(int tokens, float[] weights) {
        List<List<Routed>> routed = new ArrayList<>();
        experts.forEach(expert -> routed.add(new ArrayList<>()));
        for (int t = 0; t < tokens; t++) {
            int[] best = best(weights, t * experts.size());
            float sum = 0;
            for (int e : best) {
                sum += weights[t * experts.size() + e];
            }
            for (int e : best) {
                routed.get(e).add(new Routed(t, weights[t * experts.size() + e] / sum));
            }
        }
        return routed;
    }

    /** The experts with the largest weights; the first ones if several are equal. */
    private int[] best(float[] weights, int at) {
        return IntStream.range(0, experts.size())
                .boxed()
                .sorted((a, b) -> Float.compare(weights[at + b], weights[at + a]))
                .limit(perToken)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Adds the weighted output of an expert, computed for all of its tokens at once. */
    private void addOutput(
            Backend backend,
            GatedFeedForward expert,
            List<Routed> routed,
            float[] x,
            float[] y,
            Scratch scratch) {
        int d = router.inputs();
        float[] in = new float[routed.size() * d];
        float[] out = new float[routed.size() * d];
        for (int i = 0; i < routed.size(); i++) {
            System.arraycopy(x, routed.get(i).token() * d, in, i * d, d);
        }
        expert.apply(backend, routed.size(), in, out, scratch, LayerHook.OFF);
        for (int i = 0; i < routed.size(); i++) {
            Routed each = routed.get(i);
            backend.kernel().axpy(each.weight(), out, i * d, y, each.token() * d, d);
        }
    }

    @Override
    public long bytesPerToken() {
        return router.weight().bytes() + perToken * experts.get(0).bytesPerToken();
    }
}
