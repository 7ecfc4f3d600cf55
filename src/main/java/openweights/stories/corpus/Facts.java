package openweights.stories.corpus;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The statistics of a corpus for a data card, computed over its first training stories.
 *
 * @param stories how many stories were counted
 * @param entropy the mean negative log probability of a story, in nats
 * @param entropyError the standard error of the entropy
 * @param words the number of words and punctuation marks per story
 * @param characters the number of characters per story
 * @param vocabulary the distinct words and punctuation marks of all stories
 * @param repeated how many stories repeat an earlier one word for word
 * @param questions how often each kind of question is asked
 */
public record Facts(
        int stories,
        double entropy,
        double entropyError,
        Spread words,
        Spread characters,
        Set<String> vocabulary,
        int repeated,
        Map<Question, Integer> questions) {

    /** A distribution of lengths; low and high are the 5th and 95th percentiles. */
    public record Spread(double mean, int least, int low, int median, int high, int most) {

        static Spread of(int[] values) {
            int[] sorted = values.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            return new Spread(
                    Arrays.stream(sorted).average().orElse(0),
                    sorted[0],
                    sorted[last / 20],
                    sorted[last / 2],
                    sorted[last - last / 20],
                    sorted[last]);
        }
    }

    /** Counts over the first {@code count} training stories. */
    public static Facts of(Stories corpus, int count) {
        Tally tally = new Tally(count);
        for (int i = 0; i < count; i++) {
            tally.add(corpus.trainingStory(i));
        }
        return tally.facts();
    }
}
