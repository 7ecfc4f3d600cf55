package openweights.grading.desk;

/** What was sent cannot be taken as it is; the message says why, and nothing was changed. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What was typed cannot be read. */
    Refusal(String message) {
        this(BAD_REQUEST, message);
    }

    /** Somebody has decided something else after the page was shown. */
    static Refusal overtaken(String message) {
        return new Refusal(CONFLICT, message);
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
