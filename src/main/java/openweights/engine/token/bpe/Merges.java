package openweights.engine.token.bpe;

import java.util.List;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson.Merge;

/** Which two neighboring tokens become which one, and how early. */
final class Merges {

    private final LongTable table;

    private Merges(LongTable table) {
        this.table = table;
    }

    /**
     * @param prefix what a token inside of a word begins with; empty for most models
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
                    "merges/%d joins \"%s\" and \"%s\", but \"%s\" is not in the vocabulary. The two do not belong together; take both from one source."
                            .formatted(rank, merge.left(), merge.right(), token));
        }
        return id;
    }

    /** Rank (upper half) and joined token (lower half) of two neighbors, or LongTable.NONE. */
    long of(int left, int right) {
        return table.get(pair(left, right));
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
