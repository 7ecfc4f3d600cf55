package openweights.grading.sandbox;

/**
 * What a program in the sandbox found when it tried something.
 *
 * @param attempt what it tried, such as {@code reach the network}
 * @param stopped whether the sandbox stopped it
 * @param seen what happened
 */
public record ProbeFinding(String attempt, boolean stopped, String seen) {}
