package openweights.grading.desk;

/** What was typed cannot be taken as it is; the message says why, and nothing was changed. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
