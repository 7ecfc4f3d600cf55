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
        if (keyValueHeads < 1 || heads % keyValueHeads != 0) {
            return Arrangement.SAME; // config.json is checked later, and refuses them
        }
        int all = (int) heads;
        int shared = (int) keyValueHeads;
        return new Rows(
                (name, tensor) -> {
                    requireRows(tensor, (heads + 2 * keyValueHeads) * size);
                    return RegroupedRows.moved(
                            name, tensor, (int) size, group -> place(group, all, shared));
                },
                (name, tensor) ->
                        RegroupedRows.moved(
                                name, tensor, (int) size, place -> group(place, all, shared)));
    }

    private static void requireRows(TensorView tensor, long rows) {
        List<Long> shape = tensor.shape();
        if (shape.isEmpty() || shape.get(0) != rows) {
            throw new IllegalArgumentException(
                    "%s is of shape %s instead of %d rows for all heads"
                            .formatted(tensor.origin(), shape, rows));
        }
    }

    /** Where a file has a family's group of rows. */
    private static int place(int group, int heads, int keyValueHeads) {
        int queries = heads / keyValueHeads;
        int head = group / (queries + 2);
        int part = group % (queries + 2);
        return part < queries
                ? head * queries + part
                : heads + (part - queries) * keyValueHeads + head;
    }

    /** Which of a family's groups of rows a file has at a place. */
    private static int group(int place, int heads, int keyValueHeads) {
        int queries = heads / keyValueHeads;
        int rest = place - heads;
        return rest < 0
                ? place / queries * (queries + 2) + place % queries
                : rest % keyValueHeads * (queries + 2) + queries + rest / keyValueHeads;
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
