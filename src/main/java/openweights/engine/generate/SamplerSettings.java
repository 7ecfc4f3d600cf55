package openweights.engine.generate;

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
public record SamplerSettings(
        double repetitionPenalty,
        double temperature,
        int topK,
        double topP,
        double minP,
        long seed) {

    /** Always the likeliest token. */
    public static final SamplerSettings GREEDY = new SamplerSettings(1, 0, 0, 1, 0, 0);

    /**
     * @throws IllegalArgumentException if a setting makes no sense
     */
    public Sampler sampler() {
        Sampler pick = temperature == 0 ? Sampler.greedy() : Sampler.random(new Random(seed));
        return pick.after(steps());
    }

    private List<LogitsProcessor> steps() {
        List<LogitsProcessor> steps = new ArrayList<>();
        if (repetitionPenalty != 1) {
            steps.add(LogitsProcessor.repetitionPenalty(repetitionPenalty));
        }
        if (temperature != 0) {
            steps.add(LogitsProcessor.temperature(temperature));
        }
        if (topK != 0) {
            steps.add(LogitsProcessor.topK(topK));
        }
        if (topP != 1) {
            steps.add(LogitsProcessor.topP(topP));
        }
        if (minP != 0) {
            steps.add(LogitsProcessor.minP(minP));
        }
        return steps;
    }
}
