package openweights.stories.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A depth-first search over the derivations of a text: runs the rules again and again, each time
 * with other choices.
 */
abstract class DerivationSearch implements StoryContext {

    /** Ends a run that cannot lead to the text. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    @SuppressWarnings("StaticAssignmentOfThrowable") // It carries no stack trace.
    private static final Abandoned ABANDONED = new Abandoned();

    /** A choice in the current run: the index taken, and the weights of all alternatives. */
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

    /** Tries every combination of choices that is compatible with the text. */
    final void search() {
        do {
            made = 0;
            begin();
            try {
                kind.derive(this);
            } catch (Abandoned expected) {
                // Try the next combination.
            }
        } while (next());
    }

    /** Called at the start of each run. */
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

    /** Moves on to the next combination of choices; false after the last. */
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
