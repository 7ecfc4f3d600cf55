package openweights.runtime.kernel.magic;

import openweights.base.UserException;

/** A cell that is not run, and why. */
public final class RefusedCell extends UserException {

    private static final long serialVersionUID = 1;

    /**
     * @param line the line that is the reason, counted from 1
     * @param reason why, without a full stop
     */
    public RefusedCell(int line, String reason) {
        super("line " + line + ": " + reason + ".");
    }
}
