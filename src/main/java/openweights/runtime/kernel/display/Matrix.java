package openweights.runtime.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import openweights.runtime.kernel.display.Grid.Cell;

/**
 * An excerpt of values in rows and columns, with their indices.
 *
 * @param <T> the type of the values
 */
record Matrix<T>(long rowCount, long columnCount, At<T> values) {

    /**
     * Reads one value.
     *
     * @param <T> the type of the values
     */
    @FunctionalInterface
    interface At<T> {
        T at(long row, long column);
    }

    /**
     * @param write maps all shown values to a function that formats one
     * @param named whether rows have their index as a header
     */
    Grid grid(String caption, Function<List<T>, Function<T, Cell>> write, boolean named) {
        Excerpt rows = Excerpt.of(rowCount, Excerpt.LIMIT);
        Excerpt columns = Excerpt.of(columnCount, Excerpt.LIMIT);
        Function<T, Cell> cell = write.apply(shown(rows, columns));
        List<Cell> gapRow = columns.map(j -> gap(), gap()).toList();
        List<List<Cell>> cells =
                rows.map(i -> columns.map(j -> cell.apply(values.at(i, j)), gap()).toList(), gapRow)
                        .toList();
        List<Cell> names =
                named ? rows.map(i -> Cell.number(Long.toString(i)), gap()).toList() : List.of();
        List<Cell> heads = heads(columns, cells.get(0));
        return new Grid(caption, heads, names, cells, "");
    }

    private List<T> shown(Excerpt rows, Excerpt columns) {
        List<T> shown = new ArrayList<>();
        rows.map(i -> i, -1L)
                .filter(i -> i >= 0)
                .forEach(
                        i ->
                                columns.map(j -> j, -1L)
                                        .filter(j -> j >= 0)
                                        .forEach(j -> shown.add(values.at(i, j))));
        return shown;
    }

    /** The index of each column, aligned like its values. */
    private static List<Cell> heads(Excerpt columns, List<Cell> firstRow) {
        List<String> indices = columns.map(Long::toString, Grid.GAP).toList();
        return IntStream.range(0, indices.size())
                .mapToObj(j -> new Cell(indices.get(j), firstRow.get(j).right()))
                .toList();
    }

    private static Cell gap() {
        return Cell.number(Grid.GAP);
    }

    /** Formats all numbers in the same way, which depends on those that are shown. */
    static Function<List<Double>, Function<Double, Cell>> numbers() {
        return shown -> {
            Decimals decimals =
                    Decimals.of(shown.stream().mapToDouble(Double::doubleValue).toArray());
            return value -> Cell.number(decimals.format(value));
        };
    }
}
