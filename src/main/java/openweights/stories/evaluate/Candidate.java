package openweights.stories.evaluate;

import java.util.stream.IntStream;
import openweights.engine.generate.Sampler;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;

/** Whoever can be measured: gives probabilities of texts, and writes. Used by several threads. */
public interface Candidate {

    /**
     * A model with its tokenizer.
     *
     * @throws IllegalArgumentException if the model does not say how a text ends
     */
    static Candidate of(Model model, Tokenizer tokenizer) {
        return new ModelCandidate(model, tokenizer);
    }

    /** The tokens of a whole text, with those of its beginning and its end. */
    int[] ids(String text);

    /** The text of the first tokens, as the corpus would write it. */
    String text(int[] ids, int count);

    /** The token that a word after a text begins with; the empty word is the end. */
    int next(String text, String word);

    /** The logarithm of the probability of each token after the first, [T - 1][V]. */
    float[][] logProbabilities(int[] ids);

    /** Goes on with a text until it ends. */
    String write(String prompt, Sampler sampler);

    /** How surprised the candidate is by a whole text, its end included, in nats. */
    default double nats(int[] ids) {
        float[][] rows = logProbabilities(ids);
        return -IntStream.range(0, rows.length).mapToDouble(t -> rows[t][ids[t + 1]]).sum();
    }
}
