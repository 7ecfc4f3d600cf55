package openweights.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The course's corpus: stories of the {@link Grammar}, in two splits.
 *
 * <p>A story's own text decides its split: its hash, of which one value in sixteen means
 * validation. So no story can be in both. Within a split every probability is that of the grammar
 * divided by the split's share. To whoever cannot guess hashes, and a model cannot, the splits are
 * samples of the whole grammar; {@link #logProbability} is therefore that of the whole.
 */
public final class Stories implements Corpus {

    static final String NAME = "whereabouts";

    /** Part of every recipe. Raise it with every change of {@link Grammar} or {@link Words}. */
    static final int VERSION = 3;

    private static final int PARTS = 16;

    private final long seed;

    public Stories(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String train(long index) {
        return trainingStory(index).text();
    }

    /** The same as {@link #train}, with its question and answer. */
    public Story trainingStory(long index) {
        return story(index, false);
    }

    @Override
    public String validation(long index) {
        return validationStory(index).text();
    }

    /** The same as {@link #validation}, with its question and answer. */
    public Story validationStory(long index) {
        return story(index, true);
    }

    @Override
    public double logProbability(String text) {
        List<Story> found = Reading.derivations(text, false);
        return found.isEmpty() ? Double.NEGATIVE_INFINITY : found.get(0).logProbability();
    }

    /**
     * The words that may follow the beginning of a story, each with its probability.
     *
     * @param beginning ends with a whole word or a punctuation mark
     * @return words with the blank before them, and punctuation marks; the empty word is the end.
     *     Nothing at all if no story begins so
     */
    public Map<String, Double> next(String beginning) {
        return Foresight.after(beginning);
    }

    /** Reads a text as a story whose answer may be wrong; nothing if it breaks the rules. */
    public Optional<Story> parse(String text) {
        return Reading.derivations(text, true).stream().findFirst();
    }

    /** Whether a text is a story with the right answer. */
    public boolean isConsistent(String text) {
        return !Reading.derivations(text, false).isEmpty();
    }

    private Story story(long index, boolean validation) {
        Chance chance = new Chance(seed, validation ? 1 : 0, index);
        Story story;
        do {
            story = Grammar.write(chance);
        } while (isValidation(story.text()) != validation);
        return story;
    }

    /** Which split a text belongs to. */
    static boolean isValidation(String text) {
        return Long.remainderUnsigned(Chance.mix(text.hashCode()), PARTS) == 0;
    }
}
