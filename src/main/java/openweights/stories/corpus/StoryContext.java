package openweights.stories.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the rules of a story run on: they ask it for choices and give it words.
 *
 * <p>One implementation makes random choices and records the words, which writes a story. Another
 * tries the choices in turn and compares the words with a given text, which parses it.
 */
interface StoryContext {

    /** Chooses an index with a probability proportional to its weight. */
    int pick(int... weights);

    /** The next words of the story. */
    void say(String words);

    /**
     * The answer to the question just asked.
     *
     * @param possible all answers that fit the question, including the right one
     */
    void answer(Question question, String right, Supplier<List<String>> possible);

    /** Chooses an item; all are equally likely. */
    default <T> T pick(List<T> items) {
        int[] weights = new int[items.size()];
        Arrays.fill(weights, 1);
        return items.get(pick(weights));
    }

    /** Chooses a word and says it. */
    default String word(List<String> words) {
        String word = pick(words);
        say(word);
        return word;
    }
}
