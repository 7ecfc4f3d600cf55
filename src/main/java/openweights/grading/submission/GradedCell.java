package openweights.grading.submission;

/**
 * A cell that runs when a submission is graded.
 *
 * @param id for messages
 * @param question that it answers; empty for given cells and the student's additions
 */
public record GradedCell(String id, Role role, String question, String source) {

    /** Where a cell comes from. */
    public enum Role {
        /** From the exercise, whatever the submission has in its place. */
        GIVEN,
        ANSWER,
        /** A cell that the student added. */
        EXTRA,
        /** Marks where a question's tests run; has no source. */
        TESTS
    }
}
