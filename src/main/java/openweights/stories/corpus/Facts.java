package openweights.stories.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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

    private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]");

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
        List<Story> stories =
                LongStream.range(0, count).parallel().mapToObj(corpus::trainingStory).toList();
        double entropy =
                stories.stream().mapToDouble(story -> -story.logProbability()).average().orElse(0);
        double squares =
                stories.stream()
                        .mapToDouble(story -> Math.pow(-story.logProbability() - entropy, 2))
                        .sum();
        Set<String> different = new HashSet<>();
        Map<Question, Integer> questions = new TreeMap<>();
        for (Story story : stories) {
            different.add(story.text());
            questions.merge(story.question(), 1, Integer::sum);
        }
        return new Facts(
                count,
                entropy,
                Math.sqrt(squares / (count - 1) / count),
                Spread.of(stories.stream().mapToInt(s -> words(s.text()).size()).toArray()),
                Spread.of(stories.stream().mapToInt(s -> s.text().length()).toArray()),
                stories.stream()
                        .flatMap(story -> words(story.text()).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                count - different.size(),
                questions);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }
}
