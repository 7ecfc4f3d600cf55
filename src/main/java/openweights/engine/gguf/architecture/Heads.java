package openweights.engine.gguf.architecture;

import java.util.List;
import openweights.engine.view.RegroupedRows;
import openweights.engine.view.StoredView;

/** How the rows of queries, keys, and values are ordered. */
final class Heads {

    private Heads() {}

    /**
     * Rotary positions turn pairs of numbers. Some architectures have a pair side by side in their
     * files, while Hugging Face's families have its halves in the halves of a head: row {@code c *
     * size/2 + j} there is row {@code 2j + c} here.
     */
    static Naming.Reading pairs(long size) {
        int half = (int) size / 2;
        return (name, stored) ->
                List.of(
                        RegroupedRows.reordered(
                                name, StoredView.of(name, stored), (int) size, r -> 2 * (r % half) + r / half));
    }

    /**
     * Files have all queries, then all keys, then all values; the families whose projections are
     * fused have, for each head of keys, its queries, its keys, and its values.
     *
     * @param heads of queries
     * @param keyValueHeads of keys, and of values
     */
    static Naming.Reading fused(long heads, long keyValueHeads, long size) {
        int queries = (int) (heads / keyValueHeads);
        return (name, stored) ->
                List.of(
                        RegroupedRows.moved(
                                name,
                                StoredView.of(name, stored),
                                (int) size,
                                g -> place(g, queries, (int) heads, (int) keyValueHeads)));
    }

    private static int place(int group, int queries, int heads, int keyValueHeads) {
        int head = group / (queries + 2);
        int part = group % (queries + 2);
        if (part < queries) {
            return head * queries + part;
        }
        return heads + (part - queries) * keyValueHeads + head;
    }
}
