package openweights.engine.model.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Backend;

/**
 * A mixture of experts: a router sends each token to its best {@code perToken} experts and weighs
 * their answers; Mixtral.
 *
 * @param router [E, d]
 */
public record Experts(Linear router, List<GatedFeedForward> experts, int perToken) implements Mlp {

    /** A token on its way to an expert, with the weight of the expert's answer. */
    private record Visit(int token, float weight) {}

    @Override
    public void apply(
            Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook watch) {
        float[] shares = new float[tokens * experts.size()]; // [T, E]
        router.apply(backend, tokens, x, shares);
        for (int t = 0; t < tokens; t++) {
            backend.kernel().softmax(shares, t * experts.size(), experts.size());
        }
        watch.see("mlp.router", shares, tokens, experts.size());
        Arrays.fill(y, 0, tokens * router.inputs(), 0);
        List<List<Visit>> visits = visits(tokens, shares);
        for (int e = 0; e < experts.size(); e++) {
            if (!visits.get(e).isEmpty()) {
                answer(backend, experts.get(e), visits.get(e), x, y, scratch);
            }
        }
    }

    /** Who visits which expert: the shares of a token's best experts, made to sum to one. */
    private List<List<Visit>> visits(int tokens, float[] shares) {
        List<List<Visit>> visits = new ArrayList<>();
        experts.forEach(expert -> visits.add(new ArrayList<>()));
        for (int t = 0; t < tokens; t++) {
            int[] best = best(shares, t * experts.size());
            float sum = 0;
            for (int e : best) {
                sum += shares[t * experts.size() + e];
            }
            for (int e : best) {
                visits.get(e).add(new Visit(t, shares[t * experts.size() + e] / sum));
            }
        }
        return visits;
    }

    /** The experts with the largest shares; of equal ones the first. */
    private int[] best(float[] shares, int at) {
        return IntStream.range(0, experts.size())
                .boxed()
                .sorted((a, b) -> Float.compare(shares[at + b], shares[at + a]))
                .limit(perToken)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One product for all tokens that visit the same expert. */
    private void answer(
            Backend backend,
            GatedFeedForward expert,
            List<Visit> visits,
            float[] x,
            float[] y,
            Scratch scratch) {
        int d = router.inputs();
        float[] in = new float[visits.size() * d];
        float[] out = new float[visits.size() * d];
        for (int i = 0; i < visits.size(); i++) {
            System.arraycopy(x, visits.get(i).token() * d, in, i * d, d);
        }
        expert.apply(backend, visits.size(), in, out, scratch, LayerHook.OFF);
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            backend.kernel().axpy(visit.weight(), out, i * d, y, visit.token() * d, d);
        }
    }

    @Override
    public long bytesPerToken() {
        return router.weight().bytes() + perToken * experts.get(0).bytesPerToken();
    }
}
