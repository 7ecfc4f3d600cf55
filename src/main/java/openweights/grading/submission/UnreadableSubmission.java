package openweights.grading.submission;

/** Nothing can be taken from a submission; a person must look. */
public final class UnreadableSubmission extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableSubmission(String message) {
        super(message);
    }
}
