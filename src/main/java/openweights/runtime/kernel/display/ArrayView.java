package openweights.runtime.kernel.display;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import openweights.runtime.kernel.display.Grid.Cell;

/** A Java array of one or two dimensions: its type and length, and an excerpt of its elements. */
final class ArrayView implements View<Object> {

    @Override
    public Rendition render(Object array) {
        return isTwoDimensional(array) ? table(array) : row(array);
    }

    private static Rendition row(Object array) {
        String caption = type(array) + "[" + Array.getLength(array) + "]";
        return grid(1, Array.getLength(array), (i, j) -> Array.get(array, (int) j), caption, false);
    }

    /** Rows may differ in length; missing elements are left blank. */
    private static Rendition table(Object array) {
        int rows = Array.getLength(array);
        int[] lengths =
                IntStream.range(0, rows)
                        .map(
                                i ->
                                        Array.get(array, i) == null
                                                ? 0
                                                : Array.getLength(Array.get(array, i)))
                        .toArray();
        int longest = IntStream.of(lengths).max().orElse(0);
        boolean ragged = IntStream.of(lengths).anyMatch(length -> length != longest);
        String element = type(array).replace("[]", "");
        String caption =
                "%s[%s][%s]".formatted(element, rows, ragged ? "up to " + longest : longest);
        return grid(
                rows,
                longest,
                (i, j) -> j < lengths[(int) i] ? Array.get(Array.get(array, (int) i), (int) j) : "",
                caption,
                true);
    }

    private static Rendition grid(
            long rows, long columns, Matrix.At<Object> values, String caption, boolean named) {
        if (rows == 0 || columns == 0) {
            return new Grid(caption + ", no elements", List.of(), List.of(), List.of(), "")
                    .render();
        }
        return new Matrix<>(rows, columns, values).grid(caption, ArrayView::write, named).render();
    }

    private static Function<Object, Cell> write(List<Object> shown) {
        double[] reals =
                shown.stream()
                        .filter(v -> v instanceof Double || v instanceof Float)
                        .mapToDouble(v -> ((Number) v).doubleValue())
                        .toArray();
        Decimals decimals = Decimals.of(reals);
        return value -> cell(value, decimals);
    }

    private static Cell cell(Object value, Decimals decimals) {
        if (value instanceof Double || value instanceof Float) {
            return Cell.number(decimals.format(((Number) value).doubleValue()));
        }
        return value instanceof Number
                ? Cell.number(value.toString())
                : Cell.text(ShortText.of(Objects.toString(value)));
    }

    private static boolean isTwoDimensional(Object array) {
        Class<?> component = array.getClass().getComponentType();
        return component.isArray() && !component.getComponentType().isArray();
    }

    private static String type(Object array) {
        return array.getClass().getComponentType().getSimpleName();
    }
}
