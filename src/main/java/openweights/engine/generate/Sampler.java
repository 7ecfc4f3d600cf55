package openweights.engine.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import openweights.base.UserException;

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
    int pick(float[] logits, Tokens text);

    /**
     * The probability with which {@link #pick} picks each token, [V].
     *
     * @param logits [V]; the sampler may change them
     * @throws UserException if this sampler does not say
     */
    default double[] probabilities(float[] logits, Tokens text) {
        throw new UserException(
                "This sampler does not say how likely it picks a token. Use Sampler.greedy() or Sampler.random(...), with any processors.");
    }

    /**
     * Always picks the likeliest token; the first one if several are equal. It throws a {@link
     * UserException} if there is none.
     */
    static Sampler greedy() {
        return new Sampler() {
            @Override
            public int pick(float[] logits, Tokens text) {
                return largest(logits);
            }

            @Override
            public double[] probabilities(float[] logits, Tokens text) {
                double[] probabilities = new double[logits.length];
                probabilities[largest(logits)] = 1;
                return probabilities;
            }
        };
    }

    /** Draws a token by its probability. The same random source gives the same tokens. */
    static Sampler random(RandomGenerator random) {
        return new Sampler() {
            @Override
            public int pick(float[] logits, Tokens text) {
                return Distribution.draw(logits, random);
            }

            @Override
            public double[] probabilities(float[] logits, Tokens text) {
                return Distribution.probabilities(logits);
            }
        };
    }

    /** This sampler, on logits that these processors changed first, in their order. */
    default Sampler after(List<LogitsProcessor> processors) {
        Sampler picks = this;
        return new Sampler() {
            @Override
            public int pick(float[] logits, Tokens text) {
                processors.forEach(processor -> processor.apply(logits, text));
                return picks.pick(logits, text);
            }

            @Override
            public double[] probabilities(float[] logits, Tokens text) {
                processors.forEach(processor -> processor.apply(logits, text));
                return picks.probabilities(logits, text);
            }
        };
    }

    private static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        if (!(logits[best] > Float.NEGATIVE_INFINITY)) {
            throw new UserException(
                    "There is no likeliest token: the first logit is NaN, or all are minus infinity.");
        }
        return best;
    }
}
