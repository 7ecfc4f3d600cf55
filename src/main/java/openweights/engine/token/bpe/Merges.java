package openweights.engine.token.bpe;

import java.util.List;
import java.util.Locale;
import openweights.engine.token.json.Part;
import openweights.engine.token.json.TokenizerJson;
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
    static Merges of(TokenizerJson json, Vocabulary vocabulary, String prefix, Part model) {
        List<Merge> merges = json.merges();
        LongTable table = new LongTable(merges.size());
        for (int i = 0; i < merges.size(); i++) {
            Merge merge = merges.get(i);
            String right = merge.right();
            int left = require(merge.left(), vocabulary, i, merge, model);
            int joined =
                    require(
                            merge.left()
                                    + right.substring(Math.min(prefix.length(), right.length())),
                            vocabulary,
                            i,
                            merge,
                            model);
            int rightId = require(right, vocabulary, i, merge, model);
            table.put(pair(left, rightId), (long) json.rank().applyAsInt(i) << 32 | joined);
        }
        return new Merges(table);
    }

    private static int require(
            String token, Vocabulary vocabulary, int index, Merge merge, Part model) {
        int id = vocabulary.find(token);
        if (id < 0) {
            throw model.wrong(
                    String.format(
                            Locale.ROOT,
                            "merges/%d merges \"%s\" and \"%s\", but \"%s\" is not in the vocabulary. The two do not belong together: take both from one source.",
                            index,
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
