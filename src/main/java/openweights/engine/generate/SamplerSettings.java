package openweights.engine.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
        List<LogitsProcessor> processors = new ArrayList<>();
        if (repetitionPenalty != 1) {
            processors.add(LogitsProcessor.repetitionPenalty(repetitionPenalty));
        }
        if (temperature != 0) {
            processors.add(LogitsProcessor.temperature(temperature));
        }
        if (topK != 0) {
            processors.add(LogitsProcessor.topK(topK));
        }
        if (topP != 1) {
            processors.add(LogitsProcessor.topP(topP));
        }
        if (minP != 0) {
            processors.add(LogitsProcessor.minP(minP));
        }
        return processors;
    }
}
