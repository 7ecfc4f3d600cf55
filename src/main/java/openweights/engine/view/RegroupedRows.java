package openweights.engine.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import openweights.engine.weights.DType;
import openweights.engine.weights.Widening;

/**
 * A tensor that a file has with its rows in another order. Groups of adjacent rows, such as those
 * of a head, stay together: they have another place, or another order inside.
 *
 * @param group how many rows belong together
 * @param place which of the file's groups is group {@code g}
 * @param within which of a group's rows in the file is row {@code r}
 */
public record RegroupedRows(
        String name, TensorView stored, int group, IntUnaryOperator place, IntUnaryOperator within)
        implements TensorView {

    private static final IntUnaryOperator SAME = IntUnaryOperator.identity();

    public RegroupedRows {
        if (group < 1 || stored.shape().get(0) % group != 0) {
            throw new IllegalArgumentException(
                    stored.name() + " has no whole groups of " + group + " rows.");
        }
    }

    /** With groups that have another place, and their rows in the same order. */
    public static RegroupedRows moved(
            String name, TensorView stored, int group, IntUnaryOperator place) {
        return new RegroupedRows(name, stored, group, place, SAME);
    }

    /** With groups in the same place, and their rows in another order. */
    public static RegroupedRows reordered(
            String name, TensorView stored, int group, IntUnaryOperator within) {
        return new RegroupedRows(name, stored, group, SAME, within);
    }

    @Override
    public List<Long> shape() {
        return stored.shape();
    }

    @Override
    public DType dtype() {
        return stored.dtype();
    }

    @Override
    public float[] floats(long first, int count) {
        int unit = dtype().unit();
        long from = first / unit * unit;
        long to = (first + count + unit - 1) / unit * unit;
        ByteBuffer bytes = bytes(dtype().bytes(from), Math.toIntExact(dtype().bytes(to - from)));
        float[] numbers = new float[count];
        System.arraycopy(Widening.floats(dtype(), bytes), (int) (first - from), numbers, 0, count);
        return numbers;
    }

    @Override
    public ByteBuffer bytes(long offset, int count) {
        Objects.checkFromIndexSize(offset, count, byteSize());
        ByteBuffer out = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (out.hasRemaining()) {
            long at = offset + out.position();
            ByteBuffer rows = group((int) (at / groupBytes()));
            int from = (int) (at % groupBytes());
            out.put(rows.slice(from, Math.min(out.remaining(), rows.limit() - from)));
        }
        return out.flip();
    }

    private ByteBuffer group(int index) {
        ByteBuffer rows = stored.bytes((long) place.applyAsInt(index) * groupBytes(), groupBytes());
        if (within == SAME) {
            return rows;
        }
        int size = rowBytes();
        ByteBuffer ordered = ByteBuffer.allocate(rows.limit());
        for (int r = 0; r < group; r++) {
            ordered.put(rows.slice(within.applyAsInt(r) * size, size));
        }
        return ordered.flip();
    }

    private int rowBytes() {
        return Math.toIntExact(dtype().bytes(rowSize()));
    }

    private int groupBytes() {
        return Math.multiplyExact(group, rowBytes());
    }

    @Override
    public String origin() {
        return stored.origin() + ", with its rows in another order";
    }
}
