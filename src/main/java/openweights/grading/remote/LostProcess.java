package openweights.grading.remote;

import org.jspecify.annotations.Nullable;

/** A process in the sandbox is gone, and with it the answer. */
public final class LostProcess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProcessFailure loss;

    LostProcess(ProcessFailure loss, @Nullable String message) {
        super(message);
        this.loss = loss;
    }

    /** Of a submission that has had all its time. */
    static LostProcess timeUp() {
        return new LostProcess(
                ProcessFailure.TIME_UP, "The time for the whole submission was used up.");
    }

    public ProcessFailure loss() {
        return loss;
    }
}
