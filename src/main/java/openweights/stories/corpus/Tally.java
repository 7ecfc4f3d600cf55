package openweights.stories.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts stories one by one. Of each it keeps three numbers, and its text, to know it again; each
 * different word it keeps once.
 */
final class Tally {

    private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]");

    private final double[] surprises;
    private final int[] words;
    private final int[] characters;
    private final Set<String> vocabulary = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Map<Question, Integer> questions = new TreeMap<>();
    private int added;

    /**
     * @param count how many stories will be added
     */
    Tally(int count) {
        surprises = new double[count];
        words = new int[count];
        characters = new int[count];
    }

    void add(Story story) {
        String text = story.text();
        surprises[added] = -story.logProbability();
        words[added] = words(text);
        characters[added] = text.length();
        added++;
        texts.add(text);
        questions.merge(story.question(), 1, Integer::sum);
    }

    /** Counts the words and punctuation marks of a text. */
    private int words(String text) {
        int count = 0;
        for (Matcher word = WORD.matcher(text); word.find(); count++) {
            vocabulary.add(word.group());
        }
        return count;
    }

    Facts facts() {
        double entropy = Arrays.stream(surprises).average().orElse(0);
        double squares = Arrays.stream(surprises).map(s -> Math.pow(s - entropy, 2)).sum();
        return new Facts(
                added,
                entropy,
                Math.sqrt(squares / (added - 1) / added),
                Facts.Spread.of(words),
                Facts.Spread.of(characters),
                new TreeSet<>(vocabulary),
                added - texts.size(),
                questions);
    }
}
