package openweights.grading.score;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** What somebody may have meant who misspelled a name. */
final class NearestName {

    private NearestName() {}

    /** Words about the known name that takes the fewest changed letters. */
    static String words(String name, Collection<String> known) {
        return new TreeSet<>(known)
                .stream()
                        .min(Comparator.comparingInt(each -> distance(name, each)))
                        .map(
                                nearest ->
                                        "the nearest of %d is \"%s\""
                                                .formatted(known.size(), nearest))
                        .orElse("there is none");
    }

    /** The Levenshtein distance: letters to insert, delete or replace. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[other.length()];
    }
}
