package openweights.runtime.kernel.display;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import openweights.runtime.kernel.display.Grid.Cell;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table or a single column: name, size, first rows, and how many rows follow. */
final class TableView implements View<Table> {

    private static final int ROWS = 20;
    private static final String MISSING = "–";

    @Override
    public Rendition render(Table table) {
        String size =
                String.format(
                        Locale.ROOT,
                        "%,d %s × %,d %s",
                        table.rowCount(),
                        plural(table.rowCount(), "row"),
                        table.columnCount(),
                        plural(table.columnCount(), "column"));
        String name = table.name() == null ? "" : table.name();
        return render(name.isEmpty() ? size : name + " (" + size + ")", table.columns());
    }

    static Rendition render(Column<?> column) {
        String size =
                String.format(Locale.ROOT, "%,d %s", column.size(), plural(column.size(), "value"));
        return render(
                "Column %s: %s, %s".formatted(column.name(), column.type().name(), size),
                List.of(column));
    }

    private static Rendition render(String caption, List<Column<?>> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        int shown = Math.min(rows, ROWS);
        List<Cell> heads =
                columns.stream().map(c -> new Cell(c.name(), c instanceof NumericColumn)).toList();
        List<LongFunction<Cell>> writers =
                columns.stream().map(column -> writer(column, shown)).toList();
        List<List<Cell>> cells =
                IntStream.range(0, shown)
                        .mapToObj(i -> writers.stream().map(w -> w.apply(i)).toList())
                        .toList();
        int rest = rows - shown;
        String note =
                rest == 0
                        ? ""
                        : String.format(Locale.ROOT, "… %,d more %s", rest, plural(rest, "row"));
        return new Grid(caption, heads, List.of(), cells, note).render();
    }

    /** Formats the cells of a column; all real numbers in a column have the same format. */
    private static LongFunction<Cell> writer(Column<?> column, int shown) {
        boolean number = column instanceof NumericColumn;
        boolean real = isReal(column);
        double[] values =
                real
                        ? IntStream.range(0, shown)
                                .mapToDouble(((NumericColumn<?>) column)::getDouble)
                                .toArray()
                        : new double[0];
        Decimals decimals = Decimals.shortest(values);
        return i -> {
            int row = (int) i;
            if (column.isMissing(row)) {
                return new Cell(MISSING, number);
            }
            String text = real ? decimals.format(values[row]) : ShortText.of(column.getString(row));
            return new Cell(text, number);
        };
    }

    private static boolean isReal(Column<?> column) {
        String type = column.type().name();
        return type.equals("DOUBLE") || type.equals("FLOAT");
    }

    private static String plural(int count, String noun) {
        return count == 1 ? noun : noun + "s";
    }
}
