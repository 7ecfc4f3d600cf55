package openweights.engine.token.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that are the same but for their case: {@code s}, {@code S} and the long {@code ſ}.
 * Only one-to-one; the dotted and the dotless I of Turkish stand alone.
 */
final class CaseFolding {

    private static final int LAST_CASED = 0x1FFFF;

    private static final Map<Integer, List<Integer>> FAMILIES = new HashMap<>();

    static {
        for (int c = 0; c <= LAST_CASED; c++) {
            int folded = fold(c);
            if (folded != c) {
                FAMILIES.computeIfAbsent(folded, f -> new ArrayList<>(List.of(f))).add(c);
            }
        }
    }

    private CaseFolding() {}

    static boolean hasVariants(int codePoint) {
        return FAMILIES.containsKey(fold(codePoint));
    }

    /** The character and its variants. */
    static List<Integer> variants(int codePoint) {
        return FAMILIES.getOrDefault(fold(codePoint), List.of(codePoint));
    }

    /** What a bracket must list besides {@code low} to {@code high} to ignore case. */
    static String others(int low, int high) {
        StringBuilder others = new StringBuilder();
        FAMILIES.values().stream()
                .filter(family -> family.stream().anyMatch(c -> low <= c && c <= high))
                .flatMap(List::stream)
                .filter(c -> c < low || high < c)
                .sorted()
                .forEach(c -> others.append(Oniguruma.quoted(c)));
        return others.toString();
    }

    private static int fold(int codePoint) {
        boolean turkish = codePoint == 0x130 || codePoint == 0x131;
        return turkish ? codePoint : Character.toLowerCase(Character.toUpperCase(codePoint));
    }
}
