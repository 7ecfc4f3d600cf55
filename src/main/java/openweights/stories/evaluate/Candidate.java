package openweights.stories.evaluate;

import java.util.stream.IntStream;
import openweights.engine.generate.Sampler;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/** What can be measured: it gives probabilities of texts, and writes. It must be thread-safe. */
public interface Candidate {

    /**
     * A model with its tokenizer.
     *
     * @throws ModelException if the model has no end-of-text token
     */
    static Candidate of(Model model, Tokenizer tokenizer) {
        return new ModelCandidate(model, tokenizer);
    }

    /** The token ids of a whole text, including those of its beginning and its end. */
    int[] ids(String text);

    /** The text of the first {@code count} ids, as the corpus would write it. */
    String text(int[] ids, int count);

    /** The first token of a word that follows a text; the empty word stands for the end. */
    int next(String text, String word);

    /** The log probabilities of all tokens at each position after the first, [T - 1][V]. */
    float[][] logProbabilities(int[] ids);

    /** Continues a text until it ends. */
    String write(String prompt, Sampler sampler);

    /** The negative log probability of a whole text, including its end, in nats. */
    default double nats(int[] ids) {
        float[][] rows = logProbabilities(ids);
        return -IntStream.range(0, rows.length).mapToDouble(t -> rows[t][ids[t + 1]]).sum();
    }
}
