package openweights.course.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The difference between two lists of lines, as {@code diff} shows it: {@code -} removed, {@code +}
 * added. Of the equal lines only the one before each change is shown.
 */
final class LineDiff {

    private static final int MAX_SHOWN = 160;

    private final List<String> before;
    private final List<String> after;
    private final BiPredicate<String, String> same;

    private LineDiff(List<String> before, List<String> after, BiPredicate<String, String> same) {
        this.before = before;
        this.after = after;
        this.same = same;
    }

    /**
     * @return the lines of the diff; empty if there is no difference
     */
    static List<String> of(
            List<String> before, List<String> after, BiPredicate<String, String> same) {
        LineDiff diff = new LineDiff(before, after, same);
        return diff.isEmpty() ? List.of() : diff.lines();
    }

    /** Decides the common case without comparing every line with every other. */
    private boolean isEmpty() {
        return before.size() == after.size()
                && IntStream.range(0, before.size()).allMatch(i -> same(i, i));
    }

    private List<String> lines() {
        int[][] common = common();
        List<String> lines = new ArrayList<>();
        String context = null;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(i, j)) {
                context = "  " + cut(after.get(j));
                i++;
                j++;
                continue;
            }
            if (context != null) {
                lines.add(context);
                context = null;
            }
            boolean gone =
                    j == after.size()
                            || (i < before.size() && common[i + 1][j] >= common[i][j + 1]);
            lines.add(gone ? "- " + cut(before.get(i++)) : "+ " + cut(after.get(j++)));
        }
        return lines;
    }

    /**
     * At [i][j], the length of the longest common subsequence of the lines from i and from j on.
     */
    private int[][] common() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        same(i, j)
                                ? 1 + common[i + 1][j + 1]
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private boolean same(int i, int j) {
        return same.test(before.get(i), after.get(j));
    }

    private static String cut(String line) {
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + " …";
    }
}
