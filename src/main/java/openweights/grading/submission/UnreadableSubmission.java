package openweights.grading.submission;

/** A submission from which nothing can be taken; a person must look at it. */
public final class UnreadableSubmission extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableSubmission(String message) {
        super(message);
    }
}
