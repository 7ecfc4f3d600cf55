package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.function.BiFunction;
import openweights.engine.view.RegroupedRows;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorView;
import openweights.engine.weights.StoredTensor;

/** How the rows of queries, keys, and values are ordered. */
final class Heads {

    private Heads() {}

    /**
     * Rotary positions turn pairs of numbers. Some architectures have a pair side by side in their
     * files, while Hugging Face's families have its halves in the halves of a head: row {@code c *
     * size/2 + j} there is row {@code 2j + c} here.
     */
    static Arrangement pairs(long size) {
        int half = (int) size / 2;
        return new Rows(
                (name, tensor) ->
                        RegroupedRows.reordered(
                                name, tensor, (int) size, r -> 2 * (r % half) + r / half),
                (name, tensor) ->
                        RegroupedRows.reordered(
                                name, tensor, (int) size, r -> r % 2 * half + r / 2));
    }

    /**
     * Files have all queries, then all keys, then all values; the families whose projections are
     * fused have, for each head of keys, its queries, its keys, and its values.
     *
     * @param heads of queries
     * @param keyValueHeads of keys, and of values
     */
    static Arrangement fused(long heads, long keyValueHeads, long size) {
        int queries = (int) (heads / keyValueHeads);
        int all = (int) (heads + 2 * keyValueHeads);
        int[] places = new int[all];
        int[] groups = new int[all];
        for (int group = 0; group < all; group++) {
            places[group] = place(group, queries, (int) heads, (int) keyValueHeads);
            groups[places[group]] = group;
        }
        return new Rows(
                (name, tensor) ->
                        RegroupedRows.moved(name, tensor, (int) size, group -> places[group]),
                (name, tensor) ->
                        RegroupedRows.moved(name, tensor, (int) size, place -> groups[place]));
    }

    private static int place(int group, int queries, int heads, int keyValueHeads) {
        int head = group / (queries + 2);
        int part = group % (queries + 2);
        if (part < queries) {
            return head * queries + part;
        }
        return heads + (part - queries) * keyValueHeads + head;
    }

    /** Rows in another order, there and back. */
    private record Rows(
            BiFunction<String, TensorView, TensorView> there,
            BiFunction<String, TensorView, TensorView> back)
            implements Arrangement {

        @Override
        public List<TensorView> read(String name, StoredTensor stored) {
            return List.of(there.apply(name, StoredView.of(name, stored)));
        }

        @Override
        public TensorView write(String name, List<TensorView> parts) {
            return back.apply(name, parts.get(0));
        }
    }
}
