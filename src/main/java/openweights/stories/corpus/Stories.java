package openweights.stories.corpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import openweights.engine.train.Corpus;

/**
 * The stories of one {@link Kind}, in two splits.
 *
 * <p>A story's own text decides its split: its hash, of which one value in sixteen means
 * validation. So no story can be in both. Within a split every probability is that of the grammar
 * divided by the split's share. To whoever cannot guess hashes, and a model cannot, the splits are
 * samples of the whole grammar; {@link #logProbability} is therefore that of the whole.
 */
public final class Stories implements Corpus {

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
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Stories of(String name, long seed) {
        return new Stories(Kind.named(name), seed);
    }

    /** The corpora that there are, the course's own first. */
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
     * The words that may follow the beginning of a story, each with its probability.
     *
     * @param beginning ends with a whole word or a punctuation mark
     * @return words with the blank before them, and punctuation marks; the empty word is the end.
     *     Nothing at all if no story begins so
     */
    public Map<String, Double> next(String beginning) {
        return NextWords.after(kind, beginning);
    }

    /** Reads a text as a story whose answer may be wrong; nothing if it breaks the rules. */
    public Optional<Story> parse(String text) {
        return StoryParser.derivations(kind, text, true).stream().findFirst();
    }

    /** Whether a text is a story with the right answer. */
    public boolean isConsistent(String text) {
        return !StoryParser.derivations(kind, text, false).isEmpty();
    }

    private Story story(long index, boolean validation) {
        SplitMix64 chance = new SplitMix64(seed, validation ? 1 : 0, index);
        Story story;
        do {
            story = kind.write(chance);
        } while (isValidation(story.text()) != validation);
        return story;
    }

    /** Which split a text belongs to. */
    static boolean isValidation(String text) {
        return Long.remainderUnsigned(SplitMix64.mix(text.hashCode()), PARTS) == 0;
    }
}
