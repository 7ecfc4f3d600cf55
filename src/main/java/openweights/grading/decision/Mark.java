package openweights.grading.decision;

import org.jspecify.annotations.Nullable;

/**
 * What one of two graders says about an answer.
 *
 * @param points null if neither the tests nor the grader gave any
 * @param words reasons and comment; may be empty
 */
public record Mark(String by, @Nullable Double points, String words) {}
