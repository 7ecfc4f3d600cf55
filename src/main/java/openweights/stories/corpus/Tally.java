package openweights.stories.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts stories one by one. Of each it keeps three numbers, and its text, to know it again; each
 * different word it keeps once.
 */
final class Tally {

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
        for (int start = 0; start < text.length(); ) {
            int end = endOfWord(text, start);
            if (text.charAt(start) != ' ') {
                vocabulary.add(text.substring(start, end));
                count++;
            }
            start = end;
        }
        return count;
    }

    /** Of a run of letters; any other character stands alone. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
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
