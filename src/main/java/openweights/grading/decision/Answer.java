package openweights.grading.decision;

/**
 * What a decision is about: one question of one submission. Decisions about a submission do not
 * carry over to the student's next one.
 *
 * @param submission SHA-256 of the file
 */
public record Answer(String student, String question, String submission) {}
