package openweights.grading.similar;

import java.util.List;
import java.util.stream.Collectors;
import openweights.base.TerminalText;

/** Pairs of submissions that share code, as lines for a terminal. */
public final class SimilarText {

    private SimilarText() {}

    /**
     * How many pairs there are, and the first of them.
     *
     * @param top how many at most
     */
    public static String of(Handed handed, List<Pair> pairs, int top) {
        int all = handed.code().size();
        return "%s code that at most %d of %d submissions have%n"
                        .formatted(
                                pairs.size() == 1 ? "1 pair shares" : pairs.size() + " pairs share",
                                Similarity.few(all),
                                all)
                + pairs.stream().limit(top).map(SimilarText::line).collect(Collectors.joining());
    }

    /** Who is not compared, and why. */
    public static List<String> unreadable(Handed handed) {
        return handed.unreadable().stream()
                .map(TerminalText::printable)
                .map(
                        "not compared, because the file is no notebook, is gone, or was changed: "
                                ::concat)
                .toList();
    }

    private static String line(Pair pair) {
        return "%3d%%  %4d fragments  %s  %s%n"
                .formatted(
                        Math.round(100 * pair.share()),
                        pair.shared(),
                        TerminalText.printable(pair.student()),
                        TerminalText.printable(pair.other()));
    }
}
