package openweights.stories.evaluate;

import java.util.List;
import java.util.stream.Stream;
import openweights.engine.generate.SamplerSettings;
import openweights.stories.corpus.Stories;

/**
 * All measurements of a model.
 *
 * @param usual samples with the model's default settings
 * @param plain samples at temperature 1, from the model's own probabilities
 * @param others its skill at other kinds of story
 */
public record Evaluation(
        CrossEntropy crossEntropy,
        Answers answers,
        ImpossibleMass impossible,
        Samples usual,
        Samples plain,
        List<Skill> others) {

    /** Samples from the model's own probabilities. */
    private static final SamplerSettings PLAIN = new SamplerSettings(1, 1, 0, 1, 0, 0);

    /**
     * How much to measure.
     *
     * @param validation stories for the cross-entropy
     * @param answers stories to answer
     * @param foreseen stories at whose every position the possible next words are computed
     * @param samples stories to write with each of the two settings
     */
    public record Effort(int validation, int answers, int foreseen, int samples) {
        public static final Effort FULL = new Effort(2000, 1000, 200, 1000);
        public static final Effort QUICK = new Effort(200, 100, 20, 100);
    }

    /**
     * Measures a model.
     *
     * @param corpus the stories that it was trained on
     * @param trained the number of training stories, among which copies are searched
     * @param usual the default sampling settings of the model
     */
    public static Evaluation of(
            Candidate candidate,
            Stories corpus,
            long trained,
            SamplerSettings usual,
            Effort effort) {
        return of(candidate, corpus, List.of(), trained, usual, effort);
    }

    /**
     * Measures a model that may have learned other stories too.
     *
     * @param others other kinds of story; its samples may be of any kind
     */
    public static Evaluation of(
            Candidate candidate,
            Stories corpus,
            List<Stories> others,
            long trained,
            SamplerSettings usual,
            Effort effort) {
        List<Stories> kinds = Stream.concat(Stream.of(corpus), others.stream()).toList();
        return new Evaluation(
                CrossEntropy.of(candidate, corpus.validationStories(effort.validation)),
                Answers.of(candidate, corpus.validationStories(effort.answers)),
                ImpossibleMass.of(candidate, corpus, corpus.validationStories(effort.foreseen)),
                Samples.of(candidate, kinds, trained, effort.samples, usual),
                Samples.of(candidate, kinds, trained, effort.samples, PLAIN),
                others.stream()
                        .map(each -> Skill.of(candidate, each, effort.validation, effort.answers))
                        .toList());
    }
}
