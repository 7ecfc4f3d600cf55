package openweights.grading.similar;

import java.util.Set;

/**
 * Two students whose code has rare fragments in common.
 *
 * @param shared how many
 * @param share of all that is the smaller one's own, from 0 to 1
 * @param lines lines of the first one's code with what is shared
 * @param otherLines lines of the second one's
 */
public record Pair(
        String student,
        String other,
        int shared,
        double share,
        Set<Integer> lines,
        Set<Integer> otherLines) {

    public Pair {
        lines = Set.copyOf(lines);
        otherLines = Set.copyOf(otherLines);
    }
}
