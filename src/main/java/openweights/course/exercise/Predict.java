package openweights.course.exercise;

/**
 * A student's prediction, written down before a cell runs and shown above what the cell gives.
 *
 * <pre>{@code
 * Predict.that("It rises, then it stays.");
 * }</pre>
 *
 * <p>It is not compared with anything: only its author can say whether it was right.
 */
public final class Predict {

    private Predict() {}

    /**
     * Prints the prediction, so that it stands beside the result; nothing if there is none yet.
     *
     * @param prediction in the student's own words
     */
    public static void that(String prediction) {
        if (!prediction.isBlank()) {
            System.out.println("You predicted: " + prediction.strip());
        }
    }
}
