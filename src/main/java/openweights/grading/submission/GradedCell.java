package openweights.grading.submission;

/**
 * A cell that is run when a submission is graded.
 *
 * @param id for messages
 * @param question that it answers; empty if it is given, or the student's own addition
 */
public record GradedCell(String id, Role role, String question, String source) {

    /** Where a piece comes from. */
    public enum Role {
        /** From the exercise, whatever the submission has in its place. */
        GIVEN,
        ANSWER,
        /** A cell that the student added. */
        EXTRA,
        /** Marks where a question's tests are run; has no source. */
        TESTS
    }
}
