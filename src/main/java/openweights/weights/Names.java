package openweights.weights;

import java.util.Comparator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** Finds a tensor by name, and says which names are near when there is none. */
final class Names {

    private static final int NEAREST = 3;

    private Names() {}

    static StoredTensor find(Map<String, StoredTensor> tensors, String name, Object where) {
        StoredTensor found = tensors.get(name);
        if (found != null) {
            return found;
        }
        String nearest =
                tensors.keySet().stream()
                        .sorted(Comparator.comparingInt(known -> distance(name, known)))
                        .limit(NEAREST)
                        .map(WeightsException::quoted)
                        .collect(Collectors.joining(", "));
        throw new NoSuchElementException(
                where
                        + ": there is no tensor "
                        + WeightsException.quoted(name)
                        + (nearest.isEmpty()
                                ? "; there is none at all."
                                : ". Nearest: " + nearest));
    }

    /** Edit distance: how many letters must be put in, taken out or replaced. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
