package openweights.engine.token.bpe;

import java.util.List;
import java.util.Locale;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson.Merge;

/** The merge rules: which two adjacent tokens become which one, and with what rank. */
final class Merges {

    private final LongTable table;

    private Merges(LongTable table) {
        this.table = table;
    }

    /**
     * @param prefix the prefix of tokens within a word; usually empty
     */
    static Merges of(List<Merge> merges, Vocabulary vocabulary, String prefix, Part model) {
        LongTable table = new LongTable(merges.size());
        for (int rank = 0; rank < merges.size(); rank++) {
            Merge merge = merges.get(rank);
            String right = merge.right();
            int left = require(merge.left(), vocabulary, rank, merge, model);
            int joined =
                    require(
                            merge.left()
                                    + right.substring(Math.min(prefix.length(), right.length())),
                            vocabulary,
                            rank,
                            merge,
                            model);
            int rightId = require(right, vocabulary, rank, merge, model);
            table.put(pair(left, rightId), (long) rank << 32 | joined);
        }
        return new Merges(table);
    }

    private static int require(
            String token, Vocabulary vocabulary, int rank, Merge merge, Part model) {
        int id = vocabulary.find(token);
        if (id < 0) {
            throw model.wrong(
                    String.format(
                            Locale.ROOT,
                            "merges/%d merges \"%s\" and \"%s\", but \"%s\" is not in the vocabulary. The two do not belong together: take both from one source.",
                            rank,
                            merge.left(),
                            merge.right(),
                            token));
        }
        return id;
    }

    /** The rank (upper half) and the merged token (lower half) of a pair, or LongTable.NONE. */
    long of(int left, int right) {
        return table.get(pair(left, right));
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
