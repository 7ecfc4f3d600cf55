package openweights.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Parses a whole text. */
final class Reading extends Search {

    private final String text;
    private final boolean anyAnswer;
    private final List<Story> found = new ArrayList<>();
    private int position;
    private final List<Story.Asked> asked = new ArrayList<>();

    private Reading(String text, boolean anyAnswer) {
        this.text = text;
        this.anyAnswer = anyAnswer;
    }

    /**
     * All ways in which the grammar can write a text.
     *
     * @param anyAnswer whether a wrong answer counts too, if it fits the question
     */
    static List<Story> derivations(String text, boolean anyAnswer) {
        Reading reading = new Reading(text, anyAnswer);
        reading.search();
        return reading.found;
    }

    @Override
    void begin() {
        position = 0;
        asked.clear();
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
        asked.add(new Story.Asked(question, text.substring(0, position).stripTrailing(), answer));
        say(answer);
    }

    @Override
    void end() {
        if (position == text.length()) {
            found.add(new Story(text, asked, logProbability()));
        }
    }
}
