package openweights.engine.chat.template.tree;

import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** One rendering of a template: what it has spent, how deep it is, and at which line. */
public final class Run {

    /** Macros that call each other, and all that is nested in them, may be so deep. */
    private static final int DEEPEST = 400;

    private final Budget budget = new Budget();
    private int depth;
    private int line = 1;

    public Budget budget() {
        return budget;
    }

    /** The line of what was evaluated last. */
    public int line() {
        return line;
    }

    /** Goes one level deeper, to this line; returns the line to {@link #leave} to. */
    int enter(int toLine) {
        int from = line;
        line = toLine;
        budget.spend(1);
        if (++depth > DEEPEST) {
            throw new TemplateException(
                    Fault.LIMIT,
                    "macros and expressions are nested more than " + DEEPEST + " deep.");
        }
        return from;
    }

    /** Not called after a failure, so that the line stays known. */
    void leave(int toLine) {
        line = toLine;
        depth--;
    }
}
