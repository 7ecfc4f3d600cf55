package openweights.stories.evaluate;

import java.util.Arrays;
import java.util.List;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;

/**
 * How much probability a model gives to tokens that cannot come next in any story.
 *
 * <p>It adds up over a story: a thousandth per token spoils about one story in twenty that is
 * sampled at temperature 1.
 *
 * @param perToken the mean over all positions of true stories
 * @param perStory the mean probability of sampling at least one impossible token along a true story
 */
public record ImpossibleMass(int stories, double perToken, double perStory) {

    static ImpossibleMass of(Candidate candidate, Stories corpus, List<Story> stories) {
        List<double[]> masses =
                stories.parallelStream()
                        .map(story -> masses(candidate, corpus, candidate.ids(story.text())))
                        .toList();
        double perToken = masses.stream().flatMapToDouble(Arrays::stream).average().orElse(0);
        double perStory =
                masses.stream().mapToDouble(ImpossibleMass::atLeastOne).average().orElse(0);
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

    private static double atLeastOne(double[] masses) {
        double none = 1;
        for (double mass : masses) {
            none *= 1 - mass;
        }
        return 1 - none;
    }
}
