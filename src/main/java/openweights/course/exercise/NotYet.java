package openweights.course.exercise;

/** An exercise waits for its answer. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYet(String task) {
        super(
                "Not yet: "
                        + task
                        + ". Replace Check.todo(…) by your answer and run the cell again.");
    }
}
