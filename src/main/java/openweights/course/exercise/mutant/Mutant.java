package openweights.course.exercise.mutant;

/**
 * A solution with one small mistake.
 *
 * @param id names it in {@code equivalent.yaml}, such as {@code q1 line 2: i < n -> i <= n}
 * @param line in the solution
 * @param source of the whole cell, with {@link Fuel} in its loops
 */
public record Mutant(String id, int line, String source) {}
