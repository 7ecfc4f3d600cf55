package openweights.engine.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;

/**
 * The common settings of a sampler, in the order in which they are applied.
 *
 * @param repetitionPenalty 1 for none
 * @param temperature 0 for greedy decoding
 * @param topK 0 for no limit
 * @param topP 1 for no limit
 * @param minP 0 for no limit
 */
public record SamplerSettings(
        double repetitionPenalty,
        double temperature,
        int topK,
        double topP,
        double minP,
        long seed) {

    /** Greedy decoding: always the likeliest token. */
    public static final SamplerSettings GREEDY = new SamplerSettings(1, 0, 0, 1, 0, 0);

    /**
     * @throws openweights.base.UserException if a setting is out of its range
     */
    public Sampler sampler() {
        Sampler pick = temperature == 0 ? Sampler.greedy() : Sampler.random(new Random(seed));
        return pick.after(processors());
    }

    private List<LogitsProcessor> processors() {
        return steps().stream().map(SamplingStep::processor).toList();
    }

    /** The processors that do something, in transformers' order. */
    List<SamplingStep> steps() {
        List<SamplingStep> steps = new ArrayList<>();
        if (repetitionPenalty != 1) {
            add(steps, "repetition penalty", repetitionPenalty, LogitsProcessor::repetitionPenalty);
        }
        if (temperature != 0) {
            add(steps, "temperature", temperature, LogitsProcessor::temperature);
        }
        if (topK != 0) {
            steps.add(new SamplingStep("top-k " + topK, LogitsProcessor.topK(topK)));
        }
        if (topP != 1) {
            add(steps, "top-p", topP, LogitsProcessor::topP);
        }
        if (minP != 0) {
            add(steps, "min-p", minP, LogitsProcessor::minP);
        }
        return steps;
    }

    private static void add(
            List<SamplingStep> steps,
            String name,
            double setting,
            DoubleFunction<LogitsProcessor> processor) {
        steps.add(new SamplingStep(name + " " + setting, processor.apply(setting)));
    }
}
