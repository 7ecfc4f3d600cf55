package openweights.stories.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whom the rules of a story talk to: they ask for choices and hand over words.
 *
 * <p>One teller draws the choices at random and writes the words down: that makes a story. Another
 * tries the choices in turn and compares the words with a given text: that parses it.
 */
interface StoryContext {

    /** One of several possibilities, each as likely as its weight says. */
    int pick(int... weights);

    void say(String words);

    /**
     * The answer to a question that was just asked.
     *
     * @param possible what someone might answer who did not listen; the right answer among them
     */
    void answer(Question question, String right, Supplier<List<String>> possible);

    /** One of several possibilities, all equally likely. */
    default <T> T pick(List<T> items) {
        int[] weights = new int[items.size()];
        Arrays.fill(weights, 1);
        return items.get(pick(weights));
    }

    /** Picks a word and says it. */
    default String word(List<String> words) {
        String word = pick(words);
        say(word);
        return word;
    }
}
