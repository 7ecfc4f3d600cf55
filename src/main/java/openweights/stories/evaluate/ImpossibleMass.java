package openweights.stories.evaluate;

import java.util.Arrays;
import java.util.List;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;

/**
 * How much probability a model gives to tokens that cannot come next in any story.
 *
 * <p>Sampled at temperature 1, a story takes none of them with the chance of the product of all
 * that is left: a thousandth per token is one story in twenty.
 *
 * @param perToken the mean over all places in true stories
 * @param perStory the mean chance that at least one is drawn on the way through a true story
 */
public record ImpossibleMass(int stories, double perToken, double perStory) {

    static ImpossibleMass of(Candidate candidate, Stories corpus, List<Story> stories) {
        List<double[]> masses =
                stories.parallelStream()
                        .map(story -> masses(candidate, corpus, candidate.ids(story.text())))
                        .toList();
        double perToken = masses.stream().flatMapToDouble(Arrays::stream).average().orElse(0);
        double perStory = masses.stream().mapToDouble(ImpossibleMass::any).average().orElse(0);
        return new ImpossibleMass(stories.size(), perToken, perStory);
    }

    private static double[] masses(Candidate candidate, Stories corpus, int[] ids) {
        float[][] rows = candidate.logProbabilities(ids);
        double[] masses = new double[rows.length];
        for (int t = 0; t < rows.length; t++) {
            float[] row = rows[t];
            String text = candidate.text(ids, t + 1);
            double possible =
                    corpus.next(text).keySet().stream()
                            .mapToInt(word -> candidate.next(text, word))
                            .distinct()
                            .mapToDouble(id -> Math.exp(row[id]))
                            .sum();
            masses[t] = Math.max(0, 1 - possible);
        }
        return masses;
    }

    private static double any(double[] masses) {
        double none = 1;
        for (double mass : masses) {
            none *= 1 - mass;
        }
        return 1 - none;
    }
}
