package openweights.grading.decision;

/**
 * A reason for points that occurs again and again.
 *
 * @param points added to the points of an answer, mostly negative
 * @param words for the student
 */
public record RubricItem(String id, String question, double points, String words) {}
