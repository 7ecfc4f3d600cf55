package openweights.course.exercise;

/** An exercise has not been answered yet. */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYet(String task) {
        super(
                "Not yet: "
                        + task
                        + ". Replace Check.todo(…) with your answer and run the cell again.");
    }
}
