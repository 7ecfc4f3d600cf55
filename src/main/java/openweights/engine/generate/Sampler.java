package openweights.engine.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Picks the next token from its logits.
 *
 * <pre>{@code
 * Sampler.greedy();
 * Sampler.random(new Random(42)).after(List.of(LogitsProcessor.temperature(0.8), LogitsProcessor.topK(40)));
 * }</pre>
 */
@FunctionalInterface
public interface Sampler {

    /**
     * @param logits [V]; the sampler may change them
     * @param text the tokens so far, the prompt included
     */
    int pick(float[] logits, int[] text);

    /** Always the likeliest token; of equal ones the first. */
    static Sampler greedy() {
        return (logits, text) -> largest(logits);
    }

    /** A token by its probability. The same source of chance gives the same tokens. */
    static Sampler random(RandomGenerator random) {
        return (logits, text) -> Distribution.draw(logits, random);
    }

    /** This sampler after some steps, in their order. */
    default Sampler after(List<LogitsProcessor> steps) {
        return (logits, text) -> {
            steps.forEach(step -> step.apply(logits, text));
            return pick(logits, text);
        };
    }

    private static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
