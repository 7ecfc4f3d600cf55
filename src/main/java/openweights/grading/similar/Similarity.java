package openweights.grading.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds pairs of submissions that share what few others have. In a small exercise most right
 * answers are alike, and no two students need to have talked for that; a helper or a mistake that
 * only two of them have is another matter. So a fragment that many share counts as little as one
 * that was handed out: not at all.
 */
public final class Similarity {

    private static final int FEW = 4;
    private static final double FEW_PERCENT = 2;

    private Similarity() {}

    /** How many may share a fragment that is still rare, in a class of this size. */
    public static int few(int students) {
        return Math.min(students, Math.max(FEW, (int) Math.ceil(students * FEW_PERCENT / 100)));
    }

    /**
     * The pairs, those with the most in common first.
     *
     * @param code of each student, by name
     * @param given code that was handed out
     */
    public static List<Pair> pairs(Map<String, String> code, Collection<String> given) {
        Set<String> handedOut = new HashSet<>();
        given.forEach(each -> handedOut.addAll(Fragments.of(each).all()));
        Map<String, Fragments> own = new TreeMap<>();
        Map<String, List<String>> who = new HashMap<>();
        for (Map.Entry<String, String> each : code.entrySet()) {
            Fragments fragments = Fragments.of(each.getValue());
            fragments.lines().keySet().removeAll(handedOut);
            own.put(each.getKey(), fragments);
            for (String fragment : fragments.all()) {
                who.computeIfAbsent(fragment, key -> new ArrayList<>()).add(each.getKey());
            }
        }
        return pairs(own, who, few(code.size()));
    }

    private static List<Pair> pairs(
            Map<String, Fragments> own, Map<String, List<String>> who, int few) {
        Map<String, Map<String, List<String>>> shared = new TreeMap<>();
        who.forEach(
                (fragment, students) -> {
                    if (students.size() <= few) {
                        share(fragment, students, shared);
                    }
                });
        List<Pair> pairs = new ArrayList<>();
        shared.forEach(
                (one, others) ->
                        others.forEach(
                                (other, fragments) -> pairs.add(pair(one, other, fragments, own))));
        pairs.sort(
                Comparator.comparing(Pair::shared)
                        .reversed()
                        .thenComparing(Pair::student)
                        .thenComparing(Pair::other));
        return pairs;
    }

    private static void share(
            String fragment, List<String> students, Map<String, Map<String, List<String>>> shared) {
        List<String> sorted = students.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                shared.computeIfAbsent(sorted.get(i), key -> new TreeMap<>())
                        .computeIfAbsent(sorted.get(j), key -> new ArrayList<>())
                        .add(fragment);
            }
        }
    }

    private static Pair pair(
            String one, String other, List<String> shared, Map<String, Fragments> own) {
        Map<String, Set<Integer>> first = lines(own, one);
        Map<String, Set<Integer>> second = lines(own, other);
        int smaller = Math.max(1, Math.min(first.size(), second.size()));
        return new Pair(
                one,
                other,
                shared.size(),
                (double) shared.size() / smaller,
                lines(shared, first),
                lines(shared, second));
    }

    private static Map<String, Set<Integer>> lines(Map<String, Fragments> own, String student) {
        Fragments fragments = own.get(student);
        return fragments == null ? Map.of() : fragments.lines();
    }

    private static Set<Integer> lines(List<String> shared, Map<String, Set<Integer>> own) {
        Set<Integer> lines = new HashSet<>();
        shared.forEach(fragment -> lines.addAll(own.getOrDefault(fragment, Set.of())));
        return lines;
    }
}
