package openweights.grading.remote;

import openweights.base.UserException;

/** Grading itself fails on this machine, through no fault of the submission. */
public final class GraderFault extends UserException {

    private static final long serialVersionUID = 1L;

    public GraderFault(String message) {
        super(message);
    }

    public GraderFault(String message, Throwable cause) {
        super(message, cause);
    }
}
