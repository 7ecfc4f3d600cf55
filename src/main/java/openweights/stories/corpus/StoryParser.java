package openweights.stories.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Parses a whole text. */
final class StoryParser extends DerivationSearch {

    private final String text;
    private final boolean anyAnswer;
    private final List<Story> found = new ArrayList<>();
    private int position;

    private StoryParser(Kind kind, String text, boolean anyAnswer) {
        super(kind);
        this.text = text;
        this.anyAnswer = anyAnswer;
    }

    /**
     * All derivations of a text by a kind's rules.
     *
     * @param anyAnswer whether to accept wrong answers that fit the question
     */
    static List<Story> derivations(Kind kind, String text, boolean anyAnswer) {
        StoryParser parser = new StoryParser(kind, text, anyAnswer);
        parser.search();
        return parser.found;
    }

    @Override
    void begin() {
        position = 0;
    }

    @Override
    public void say(String words) {
        if (!text.startsWith(words, position)) {
            throw abandon();
        }
        position += words.length();
    }

    @Override
    public void answer(Question question, String right, Supplier<List<String>> possible) {
        String answer = anyAnswer ? pick(possible.get()) : right;
        int asked = position;
        say(answer);
        if (position == text.length()) {
            String prompt = text.substring(0, asked).stripTrailing();
            found.add(new Story(prompt, question, answer, logProbability()));
        }
    }
}
