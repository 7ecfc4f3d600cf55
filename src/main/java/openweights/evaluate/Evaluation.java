package openweights.evaluate;

import openweights.corpus.Stories;
import openweights.generate.Sampling;

/**
 * All measurements of a model.
 *
 * @param usual samples with the model's usual settings
 * @param plain samples with the model's own probabilities, at temperature 1
 */
public record Evaluation(
        CrossEntropy crossEntropy,
        Answers answers,
        ImpossibleMass impossible,
        Samples usual,
        Samples plain) {

    /** The model's own probabilities. */
    private static final Sampling PLAIN = new Sampling(1, 1, 0, 1, 0, 0);

    /**
     * How much to measure.
     *
     * @param validation stories for the cross-entropy
     * @param answers stories to answer
     * @param foreseen stories whose every next word is worked out
     * @param samples stories to write with each of the settings
     */
    public record Effort(int validation, int answers, int foreseen, int samples) {
        public static final Effort FULL = new Effort(2000, 1000, 200, 1000);
        public static final Effort QUICK = new Effort(200, 100, 20, 100);
    }

    /**
     * Measures a model.
     *
     * @param trained the number of training stories, to look for copies in
     * @param usual the settings that users of the model have unless they say otherwise
     */
    public static Evaluation of(
            Candidate candidate, Stories corpus, long trained, Sampling usual, Effort effort) {
        return new Evaluation(
                CrossEntropy.of(candidate, corpus.validationStories(effort.validation)),
                Answers.of(candidate, corpus.validationStories(effort.answers)),
                ImpossibleMass.of(candidate, corpus, corpus.validationStories(effort.foreseen)),
                Samples.of(candidate, corpus, trained, effort.samples, usual),
                Samples.of(candidate, corpus, trained, effort.samples, PLAIN));
    }
}
