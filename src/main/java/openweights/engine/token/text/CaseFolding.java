package openweights.engine.token.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters that differ only in case: {@code s}, {@code S} and the long {@code ſ}. Only one-to-one
 * mappings; the dotted capital and the dotless small I of Turkish have no other case.
 */
final class CaseFolding {

    private static final int LAST_CASED = 0x1FFFF;

    private static final Map<Integer, List<Integer>> FAMILIES = new TreeMap<>();

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

    /** The variants of a class's members that it lacks, as Java's brackets list them. */
    static String missingVariants(String characterClass) {
        Predicate<String> members = Pattern.compile(characterClass).asMatchPredicate();
        StringBuilder missing = new StringBuilder();
        for (List<Integer> family : FAMILIES.values()) {
            Map<Boolean, List<Integer>> parts =
                    family.stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            c -> members.test(Character.toString(c))));
            if (!Objects.requireNonNull(parts.get(true)).isEmpty()) {
                Objects.requireNonNull(parts.get(false))
                        .forEach(c -> missing.append(Oniguruma.quoted(c)));
            }
        }
        return missing.toString();
    }

    private static int fold(int codePoint) {
        boolean turkish = codePoint == 0x130 || codePoint == 0x131;
        return turkish ? codePoint : Character.toLowerCase(Character.toUpperCase(codePoint));
    }
}
