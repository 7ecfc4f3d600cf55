package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.function.UnaryOperator;
import openweights.engine.view.Mapped;
import openweights.engine.view.Picked;
import openweights.engine.view.RegroupedRows;
import openweights.engine.view.Renamed;
import openweights.engine.view.TensorView;

/**
 * The order of values in linear attention: in a family the values of one key side by side, in a
 * GGUF file one value of each key side by side.
 *
 * @param keys heads of keys
 * @param values heads of values, a multiple
 */
record ValueHeads(int keys, int values) {

    /** Where a family's head is in a file. */
    private int stored(int head) {
        int each = values / keys;
        return head % each * keys + head / each;
    }

    /** Which of a family's heads is at a place in a file. */
    private int own(int place) {
        int each = values / keys;
        return place % keys * each + place / keys;
    }

    /**
     * Rows of values after rows that stay where they are.
     *
     * @param before how many groups stay
     * @param size rows in a group
     */
    Form rows(int before, int size) {
        return form(
                tensor -> moved(tensor, before, size, true),
                tensor -> moved(tensor, before, size, false));
    }

    /** The same, for the kernels of a convolution, [channels, 1, size] in the family. */
    Form kernels(int before, int size) {
        return form(
                tensor ->
                        shaped(
                                moved(tensor, before, size, true),
                                tensor.shape().get(0),
                                1L,
                                tensor.rowSize()),
                tensor ->
                        moved(
                                shaped(tensor, tensor.shape().get(0), tensor.rowSize()),
                                before,
                                size,
                                false));
    }

    /** The logarithm of the speed of fading; a file has the speed, below zero. */
    Form decay() {
        return form(
                tensor -> new Mapped(moved(tensor, 0, 1, true), x -> (float) Math.log(-x)),
                tensor -> new Mapped(moved(tensor, 0, 1, false), x -> (float) -Math.exp(x)));
    }

    /** A matrix whose inputs are the values. */
    Form columns() {
        return form(tensor -> inputs(tensor, true), tensor -> inputs(tensor, false));
    }

    private TensorView moved(TensorView tensor, int before, int size, boolean read) {
        return RegroupedRows.moved(
                tensor.name(),
                tensor,
                size,
                group ->
                        group < before
                                ? group
                                : before + (read ? stored(group - before) : own(group - before)));
    }

    private TensorView inputs(TensorView tensor, boolean read) {
        long rows = tensor.shape().get(0);
        long size = tensor.rowSize() / values;
        TensorView whole = size % tensor.dtype().unit() == 0 ? tensor : Mapped.same(tensor);
        TensorView parts = shaped(whole, rows * values, size);
        TensorView ordered =
                RegroupedRows.reordered(
                        tensor.name(), parts, values, part -> read ? stored(part) : own(part));
        return shaped(ordered, rows, tensor.rowSize());
    }

    private static TensorView shaped(TensorView tensor, Long... shape) {
        long all = tensor.elements();
        return new Picked(tensor.name(), List.of(shape), tensor, all, 0, all);
    }

    private static Form form(UnaryOperator<TensorView> read, UnaryOperator<TensorView> write) {
        return new Form() {
            @Override
            public TensorView read(String name, List<TensorView> stored) {
                return new Renamed(name, read.apply(stored.get(0)));
            }

            @Override
            public List<TensorView> write(List<String> stored, TensorView tensor) {
                return List.of(new Renamed(stored.get(0), write.apply(tensor)));
            }
        };
    }
}
