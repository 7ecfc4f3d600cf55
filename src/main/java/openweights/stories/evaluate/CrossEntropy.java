package openweights.stories.evaluate;

import java.util.List;
import openweights.stories.corpus.Story;

/**
 * How surprised a model is by stories that it has not seen, against what the best possible model
 * would be: the exact entropy, taken on the same stories.
 *
 * @param tokens of all the stories together, each with its end
 * @param model nats per story
 * @param exact nats per story, by the grammar's own probabilities
 * @param error the standard error of {@link #excess}; the stories of both sides are the same, so
 *     that most of their variety cancels
 */
public record CrossEntropy(int stories, long tokens, double model, double exact, double error) {

    /** Reads all stories. */
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
        double squares = 0; // of what the ratio does not explain
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
     * How many tokens, all equally likely, would be as hard to guess as the next one is for the
     * model.
     */
    public double perplexity() {
        return Math.exp(model * stories / tokens);
    }

    /** The share above the exact entropy: 0.03 is three in a hundred. */
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
