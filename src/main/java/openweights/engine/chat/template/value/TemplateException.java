package openweights.engine.chat.template.value;

import openweights.base.TerminalText;
import openweights.base.UserException;

/** A chat template cannot be parsed or rendered. The message names its line. */
public final class TemplateException extends UserException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 400;

    private final Fault fault;
    private final String problem;
    private final int line;

    /** Without a place, which {@link #at} adds. */
    public TemplateException(Fault fault, String problem) {
        this(fault, problem, problem, 0);
    }

    private TemplateException(Fault fault, String message, String problem, int line) {
        super(message);
        this.fault = fault;
        this.problem = problem;
        this.line = line;
    }

    /**
     * The same, with the place in its message.
     *
     * @param where what the message calls the template
     * @param inLine counted from 1
     */
    public TemplateException at(String where, int inLine) {
        if (line > 0) {
            return this;
        }
        String message =
                "%s, line %d: %s".formatted(where, inLine, TerminalText.printable(problem, SHOWN));
        TemplateException placed = new TemplateException(fault, message, problem, inLine);
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    public Fault fault() {
        return fault;
    }

    /** The line of the template, from 1; 0 if it is not known yet. */
    public int line() {
        return line;
    }

    /** What went wrong, without the place. */
    public String problem() {
        return problem;
    }
}
