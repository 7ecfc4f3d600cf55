package openweights.stories.evaluate;

import java.util.List;
import openweights.stories.corpus.Story;

/**
 * A model's loss on stories that it was not trained on, compared with the best possible: the exact
 * surprisal of the same stories.
 *
 * @param tokens of all stories together, including their ends
 * @param model the model's loss, in nats per story
 * @param exact the loss of the grammar's own probabilities, in nats per story
 * @param error the standard error of {@link #excess}; as both losses are on the same stories, most
 *     of the variance between stories cancels
 */
public record CrossEntropy(int stories, long tokens, double model, double exact, double error) {

    /** Measures a model on stories. */
    public static CrossEntropy of(Candidate candidate, List<Story> stories) {
        List<int[]> ids = stories.parallelStream().map(s -> candidate.ids(s.text())).toList();
        double[] model = ids.parallelStream().mapToDouble(candidate::nats).toArray();
        double[] exact = stories.stream().mapToDouble(story -> -story.logProbability()).toArray();
        long tokens = ids.stream().mapToLong(some -> some.length - 1).sum();
        return of(tokens, model, exact);
    }

    static CrossEntropy of(long tokens, double[] model, double[] exact) {
        int n = model.length;
        double meanModel = mean(model);
        double meanExact = mean(exact);
        double ratio = meanModel / meanExact;
        double squares = 0; // of the residuals of a ratio estimate
        for (int i = 0; i < n; i++) {
            double rest = model[i] - ratio * exact[i];
            squares += rest * rest;
        }
        double error = Math.sqrt(squares / (n - 1) / n) / meanExact;
        return new CrossEntropy(n, tokens, meanModel, meanExact, error);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * The perplexity per token: so many equally likely tokens would be as hard to predict as the
     * next one is for the model.
     */
    public double perplexity() {
        return Math.exp(model * stories / tokens);
    }

    /** How far the loss is above the exact one; 0.03 is 3 %. */
    public double excess() {
        return model / exact - 1;
    }

    /** The lower end of the 95 % interval of the excess. */
    public double low() {
        return excess() - Proportion.Z * error;
    }

    /** The upper end of the 95 % interval of the excess. */
    public double high() {
        return excess() + Proportion.Z * error;
    }
}
