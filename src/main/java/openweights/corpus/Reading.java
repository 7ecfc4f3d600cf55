package openweights.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Parses a text: runs the grammar against it again and again, each time with other choices, in the
 * order of a depth-first search.
 */
final class Reading implements Teller {

    /** Tells the grammar that the text goes another way. */
    private static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mismatch() {
            super(null, null, false, false);
        }
    }

    private static final Mismatch MISMATCH = new Mismatch();

    /** A choice of the run: which, of how many, and how likely. */
    private record Choice(int taken, int[] weights) {
        boolean isLast() {
            return taken == weights.length - 1;
        }

        double logProbability() {
            return Math.log((double) weights[taken] / IntStream.of(weights).sum());
        }
    }

    private final String text;
    private final boolean anyAnswer;
    private final List<Choice> choices = new ArrayList<>();
    private int made;
    private int position;
    private String answer = "";

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
        List<Story> all = new ArrayList<>();
        do {
            reading.run().ifPresent(all::add);
        } while (reading.turn());
        return all;
    }

    private Optional<Story> run() {
        made = 0;
        position = 0;
        try {
            Question question = new Grammar(this).tell();
            return position == text.length() ? Optional.of(story(question)) : Optional.empty();
        } catch (Mismatch elsewhere) {
            return Optional.empty();
        }
    }

    private Story story(Question question) {
        double sum = choices.stream().mapToDouble(Choice::logProbability).sum();
        return new Story(text, question, answer, sum);
    }

    /** Turns to the next combination of choices; false after the last. */
    private boolean turn() {
        while (!choices.isEmpty() && last().isLast()) {
            choices.remove(choices.size() - 1);
        }
        if (choices.isEmpty()) {
            return false;
        }
        Choice last = choices.remove(choices.size() - 1);
        choices.add(new Choice(last.taken + 1, last.weights));
        return true;
    }

    private Choice last() {
        return choices.get(choices.size() - 1);
    }

    @Override
    public int pick(int... weights) {
        if (made == choices.size()) {
            choices.add(new Choice(0, weights));
        }
        int taken = choices.get(made++).taken;
        if (weights[taken] == 0) {
            throw MISMATCH;
        }
        return taken;
    }

    @Override
    public void say(String words) {
        if (!text.startsWith(words, position)) {
            throw MISMATCH;
        }
        position += words.length();
    }

    @Override
    public void answer(String right, Supplier<List<String>> possible) {
        answer = anyAnswer ? pick(possible.get()) : right;
        say(answer);
    }
}
