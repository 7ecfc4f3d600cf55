package openweights.engine.token.bpe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import openweights.engine.token.json.TokenizerJson.Merge;

/**
 * Places where a long piece can be split without changing its tokens: between two characters that
 * no merge ever joins. In Llama 2's merges nothing ends before a {@code ▁} and goes on after it, so
 * {@code "▁once▁upon"} splits into {@code ▁once | ▁upon}, and each word is encoded once and then
 * cached.
 */
final class Seams {

    /** Pairs of adjacent characters: the last of a merge's left part and the first of its right. */
    private final LongTable touching;

    private Seams(LongTable touching) {
        this.touching = touching;
    }

    static Seams of(List<Merge> merges) {
        Set<Long> pairs = new HashSet<>();
        for (Merge merge : merges) {
            if (!merge.left().isEmpty() && !merge.right().isEmpty()) {
                pairs.add(
                        pair(
                                merge.left().codePointBefore(merge.left().length()),
                                merge.right().codePointAt(0)));
            }
        }
        LongTable touching = new LongTable(pairs.size());
        pairs.forEach(pair -> touching.put(pair, 1));
        return new Seams(touching);
    }

    /** Whether no merge joins {@code left} and {@code right}, which are in the vocabulary. */
    boolean between(int left, int right) {
        return !touching.contains(pair(left, right));
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
