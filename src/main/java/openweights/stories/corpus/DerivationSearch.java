package openweights.stories.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs the rules against a text again and again, each time with other choices, in the order of a
 * depth-first search.
 */
abstract class DerivationSearch implements StoryContext {

    /** Tells the grammar that this run need not go on. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    @SuppressWarnings("StaticAssignmentOfThrowable") // It carries no stack trace.
    private static final Abandoned ABANDONED = new Abandoned();

    /** A choice of the run: which, of how many, and how likely. */
    private record Choice(int taken, int[] weights) {
        boolean isLast() {
            return taken == weights.length - 1;
        }

        double logProbability() {
            return Math.log((double) weights[taken] / IntStream.of(weights).sum());
        }
    }

    private final List<Choice> choices = new ArrayList<>();
    private final Kind kind;
    private int made;

    DerivationSearch(Kind kind) {
        this.kind = kind;
    }

    /** Tries every combination of choices that the text does not forbid. */
    final void search() {
        do {
            made = 0;
            begin();
            try {
                kind.tell(this);
            } catch (Abandoned elsewhere) {
                // The text goes another way.
            }
        } while (next());
    }

    /** A run begins. */
    abstract void begin();

    /** Ends this run. */
    final RuntimeException abandon() {
        throw ABANDONED;
    }

    /** The logarithm of the probability of this run's choices so far. */
    final double logProbability() {
        double sum = 0;
        for (Choice choice : choices) {
            sum += choice.logProbability();
        }
        return sum;
    }

    @Override
    public final int pick(int... weights) {
        if (made == choices.size()) {
            choices.add(new Choice(0, weights));
        }
        int taken = choices.get(made++).taken;
        if (weights[taken] == 0) {
            throw abandon();
        }
        return taken;
    }

    /** Turns to the next combination of choices; false after the last. */
    private boolean next() {
        while (!choices.isEmpty()) {
            Choice last = choices.remove(choices.size() - 1);
            if (!last.isLast()) {
                choices.add(new Choice(last.taken + 1, last.weights));
                return true;
            }
        }
        return false;
    }
}
