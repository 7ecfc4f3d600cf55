package openweights.stories.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import openweights.base.UserException;
import openweights.engine.train.Corpus;

/**
 * The stories of one {@link Kind}, in two splits.
 *
 * <p>The hash of a story's text decides its split; one value in sixteen means validation. So no
 * story can be in both. Within a split, every probability is that of the grammar divided by the
 * split's share. But a model cannot predict hashes, so to a model both splits are samples of the
 * whole grammar; {@link #logProbability} is therefore the probability in the whole grammar.
 */
public final class Stories implements Corpus {

    /** One part in so many is the validation split. */
    private static final int PARTS = 16;

    private final Kind kind;
    private final long seed;

    /** The course's own corpus, "whereabouts". */
    public Stories(long seed) {
        this(Kind.WHEREABOUTS, seed);
    }

    private Stories(Kind kind, long seed) {
        this.kind = kind;
        this.seed = seed;
    }

    /**
     * The corpus of a name.
     *
     * @param name "whereabouts" or "hunts"
     * @throws UserException if there is none of that name
     */
    public static Stories of(String name, long seed) {
        return new Stories(Kind.named(name), seed);
    }

    /** The names of all corpora, the course's own first. */
    public static List<String> names() {
        return Kind.all();
    }

    @Override
    public String name() {
        return kind.title();
    }

    @Override
    public int version() {
        return kind.version();
    }

    @Override
    public String train(long index) {
        return trainingStory(index).text();
    }

    /** The same as {@link #train}, with the question and the answer. */
    public Story trainingStory(long index) {
        return story(index, false);
    }

    @Override
    public String validation(long index) {
        return validationStory(index).text();
    }

    /** The same as {@link #validation}, with the question and the answer. */
    public Story validationStory(long index) {
        return story(index, true);
    }

    /** The first stories of {@link #validationStory}. */
    public List<Story> validationStories(int count) {
        return LongStream.range(0, count).mapToObj(this::validationStory).toList();
    }

    @Override
    public double logProbability(String text) {
        List<Story> found = StoryParser.derivations(kind, text, false);
        return found.isEmpty() ? Double.NEGATIVE_INFINITY : found.get(0).logProbability();
    }

    /**
     * The words that can follow the beginning of a story, each with its probability.
     *
     * @param beginning ends with a whole word or a punctuation mark
     * @return words with the blank before them, and punctuation marks; the empty word stands for
     *     the end. Empty if no story begins this way
     */
    public Map<String, Double> next(String beginning) {
        return NextWords.after(kind, beginning);
    }

    /** Parses a text as a story whose answer may be wrong; empty if it breaks the rules. */
    public Optional<Story> parse(String text) {
        return StoryParser.derivations(kind, text, true).stream().findFirst();
    }

    /** Whether a text is a story with the right answer. */
    public boolean isConsistent(String text) {
        return !StoryParser.derivations(kind, text, false).isEmpty();
    }

    private Story story(long index, boolean validation) {
        SplitMix64 random = new SplitMix64(seed, validation ? 1 : 0, index);
        Story story;
        do {
            story = kind.write(random);
        } while (isValidation(story.text()) != validation);
        return story;
    }

    /** Whether a text belongs to the validation split. */
    static boolean isValidation(String text) {
        return Long.remainderUnsigned(SplitMix64.mix(text.hashCode()), PARTS) == 0;
    }
}
