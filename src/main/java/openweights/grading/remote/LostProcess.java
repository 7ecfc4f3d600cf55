package openweights.grading.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A process in the sandbox ended or was killed before it answered. */
public final class LostProcess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProcessFailure failure;

    LostProcess(ProcessFailure failure, @Nullable String message) {
        super(message);
        this.failure = failure;
    }

    /** One that did not answer in time. */
    static LostProcess late(Duration timeout) {
        return new LostProcess(
                ProcessFailure.TIMEOUT, "No answer in " + timeout.toSeconds() + " s.");
    }

    /** Of a submission that has used up its time. */
    static LostProcess timeUp() {
        return new LostProcess(
                ProcessFailure.TIME_UP, "The time for the whole submission was used up.");
    }

    public ProcessFailure failure() {
        return failure;
    }
}
