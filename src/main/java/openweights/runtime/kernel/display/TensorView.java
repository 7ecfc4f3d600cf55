package openweights.runtime.kernel.display;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import openweights.base.Html;
import openweights.runtime.kernel.display.Grid.Cell;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A tensor: shape, type and an excerpt of its values; above rank 2, its first slices. */
final class TensorView implements View<INDArray> {

    private static final int SLICES = 3;

    @Override
    public Rendition render(INDArray tensor) {
        String caption = caption(tensor);
        if (tensor.isEmpty() || tensor.length() == 0) {
            return new Grid(caption + ", no values", List.of(), List.of(), List.of(), "").render();
        }
        return switch (tensor.rank()) {
            case 0 -> scalar(tensor, caption);
            case 1 -> grid(vector(tensor), tensor, caption, false).render();
            case 2 -> grid(matrix(tensor), tensor, caption, true).render();
            default -> slices(tensor, caption);
        };
    }

    static String caption(INDArray tensor) {
        return "INDArray: shape %s, type %s, rank %s"
                .formatted(Arrays.toString(tensor.shape()), tensor.dataType(), tensor.rank());
    }

    private static Rendition scalar(INDArray tensor, String caption) {
        Matrix<Object> one = new Matrix<>(1, 1, (i, j) -> value(tensor));
        Grid grid = one.grid(caption, write(tensor), false);
        return new Grid(caption, List.of(), List.of(), grid.cells(), "").render();
    }

    private static Matrix<Object> vector(INDArray tensor) {
        return new Matrix<>(1, tensor.length(), (i, j) -> value(tensor, j));
    }

    private static Matrix<Object> matrix(INDArray tensor) {
        return new Matrix<>(tensor.size(0), tensor.size(1), (i, j) -> value(tensor, i, j));
    }

    private static Grid grid(
            Matrix<Object> matrix, INDArray tensor, String caption, boolean named) {
        return matrix.grid(caption, write(tensor), named);
    }

    /**
     * A slice is a matrix of the last two dimensions, at one index of the dimensions before them.
     */
    private static Rendition slices(INDArray tensor, String caption) {
        long[] outer = Arrays.copyOf(tensor.shape(), tensor.rank() - 2);
        long count = Arrays.stream(outer).reduce(1, Math::multiplyExact);
        List<Rendition> shown =
                LongStream.range(0, Math.min(count, SLICES))
                        .mapToObj(number -> slice(tensor, index(number, outer)))
                        .toList();
        String rest =
                count > SLICES
                        ? String.format(Locale.ROOT, "… %,d more slices", count - SLICES)
                        : "";
        String html = shown.stream().map(Rendition::html).collect(Collectors.joining("\n"));
        String text = shown.stream().map(Rendition::text).collect(Collectors.joining("\n"));
        return Rendition.of(
                "<p>" + Html.escape(caption) + "</p>\n" + html + paragraph(rest),
                caption + "\n" + text + (rest.isEmpty() ? "" : "\n" + rest));
    }

    private static Rendition slice(INDArray tensor, long[] outer) {
        int rank = tensor.rank();
        long[] at = Arrays.copyOf(outer, rank);
        Matrix<Object> matrix =
                new Matrix<>(
                        tensor.size(rank - 2),
                        tensor.size(rank - 1),
                        (i, j) -> {
                            at[rank - 2] = i;
                            at[rank - 1] = j;
                            return value(tensor, at);
                        });
        String place =
                Arrays.stream(outer).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return grid(matrix, tensor, "[" + place + ", :, :]", true).render();
    }

    /** A slice's index along each outer dimension; the last one varies fastest. */
    private static long[] index(long number, long[] outer) {
        long[] index = new long[outer.length];
        long rest = number;
        for (int d = outer.length - 1; d >= 0; d--) {
            index[d] = rest % outer[d];
            rest /= outer[d];
        }
        return index;
    }

    private static Object value(INDArray tensor, long... index) {
        DataType type = tensor.dataType();
        if (type == DataType.UTF8) {
            return tensor.getString(index.length == 0 ? 0 : index[0]);
        }
        if (type == DataType.INT64 || type == DataType.UINT64) {
            return index.length == 0 ? tensor.getLong(0) : tensor.getLong(index);
        }
        double number = index.length == 0 ? tensor.getDouble(0) : tensor.getDouble(index);
        return type == DataType.BOOL ? (Object) (number != 0) : (Object) number;
    }

    private static Function<List<Object>, Function<Object, Cell>> write(INDArray tensor) {
        if (!tensor.dataType().isFPType()) {
            return shown -> value -> Cell.number(whole(value));
        }
        return shown -> {
            Decimals decimals = Decimals.of(shown.stream().mapToDouble(v -> (Double) v).toArray());
            return value -> Cell.number(decimals.format((Double) value));
        };
    }

    private static String whole(Object value) {
        return value instanceof Double number
                ? Long.toString(number.longValue())
                : value.toString();
    }

    private static String paragraph(String text) {
        return text.isEmpty() ? "" : "\n<p>" + Html.escape(text) + "</p>";
    }
}
