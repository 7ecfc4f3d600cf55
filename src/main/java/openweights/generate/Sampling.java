package openweights.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The usual settings of a sampler, in the order in which they act.
 *
 * @param repetitionPenalty 1 for none
 * @param temperature 0 always takes the likeliest token
 * @param topK 0 for all
 * @param topP 1 for all
 * @param minP 0 for all
 */
public record Sampling(
        double repetitionPenalty,
        double temperature,
        int topK,
        double topP,
        double minP,
        long seed) {

    /** Always the likeliest token. */
    public static final Sampling GREEDY = new Sampling(1, 0, 0, 1, 0, 0);

    /**
     * @throws IllegalArgumentException if a setting makes no sense
     */
    public Sampler sampler() {
        Sampler pick = temperature == 0 ? Sampler.greedy() : Sampler.random(new Random(seed));
        return pick.after(steps());
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (repetitionPenalty != 1) {
            steps.add(Step.repetitionPenalty(repetitionPenalty));
        }
        if (temperature != 0) {
            steps.add(Step.temperature(temperature));
        }
        if (topK != 0) {
            steps.add(Step.topK(topK));
        }
        if (topP != 1) {
            steps.add(Step.topP(topP));
        }
        if (minP != 0) {
            steps.add(Step.minP(minP));
        }
        return steps;
    }
}
