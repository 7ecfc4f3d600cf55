package openweights.grading.remote;

/** Grading itself does not work; no student can be blamed for it. */
public final class GraderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GraderFault(String message) {
        super(message);
    }

    public GraderFault(String message, Throwable cause) {
        super(message, cause);
    }
}
