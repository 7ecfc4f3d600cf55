package openweights.grading.decision;

/**
 * A comment at a line of an answer.
 *
 * @param line the first is 1
 */
public record LineNote(int line, String text, String by) {}
