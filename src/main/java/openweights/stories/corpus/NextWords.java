package openweights.stories.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that can follow the beginning of a story. */
final class NextWords extends DerivationSearch {

    /** A word with the blank before it, if a character after it ends it; or a punctuation mark. */
    private static final Pattern NEXT = Pattern.compile("(?:^| )\\w+(?=\\W)|[.,?]");

    private final String beginning;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Double> next = new TreeMap<>();

    private NextWords(Kind kind, String beginning) {
        super(kind);
        this.beginning = beginning;
    }

    /**
     * The words that can follow, each with its probability.
     *
     * @param beginning ends with a whole word or a punctuation mark
     * @return the empty word stands for the end; empty if no story begins this way
     */
    static Map<String, Double> after(Kind kind, String beginning) {
        NextWords search = new NextWords(kind, beginning);
        search.search();
        double all = search.next.values().stream().mapToDouble(p -> p).sum();
        search.next.replaceAll((word, p) -> p / all);
        return search.next;
    }

    @Override
    void begin() {
        text.setLength(0);
    }

    @Override
    public void say(String words) {
        int from = Math.min(text.length(), beginning.length());
        int known = Math.min(words.length(), beginning.length() - from);
        if (!beginning.startsWith(words.substring(0, known), from)) {
            throw abandon();
        }
        text.append(words);
        if (text.length() > beginning.length()) {
            lookAhead();
        }
    }

    private void lookAhead() {
        Matcher next = NEXT.matcher(text).useAnchoringBounds(false);
        if (next.region(beginning.length(), text.length()).lookingAt()) {
            found(next.group());
            throw abandon();
        }
        if (!beginning.isEmpty() && text.charAt(beginning.length()) != ' ') {
            throw abandon(); // here the last word of the beginning would be longer
        }
    }

    @Override
    public void answer(Question question, String right, Supplier<List<String>> possible) {
        say(right);
        if (text.length() == beginning.length()) {
            found("");
        }
    }

    private void found(String word) {
        next.merge(word, Math.exp(logProbability()), Double::sum);
    }
}
