package openweights.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How far apart two names are, for messages that ask "did you mean …?". */
public final class EditDistance {

    private EditDistance() {}

    /** The Levenshtein distance: how many characters to insert, delete or replace. */
    public static int between(String one, String other) {
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

    /** The names closest to a misspelled one, closest first; ties keep their order. */
    public static List<String> nearest(String name, Collection<String> known, int limit) {
        return known.stream()
                .sorted(Comparator.comparingInt(each -> between(name, each)))
                .limit(limit)
                .toList();
    }
}
