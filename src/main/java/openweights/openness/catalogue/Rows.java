package openweights.openness.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Builds a table column by column; each column is computed from all rows. */
final class Rows<T> {

    private final List<T> rows;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();

    Rows(List<T> rows) {
        this.rows = rows;
    }

    Rows<T> text(String name, Function<T, String> value) {
        StringColumn column = StringColumn.create(name);
        rows.forEach(row -> column.append(value.apply(row)));
        return add(column);
    }

    Rows<T> flag(String name, Function<T, Boolean> value) {
        BooleanColumn column = BooleanColumn.create(name);
        rows.forEach(row -> column.append(value.apply(row)));
        return add(column);
    }

    /** A column of integers; empty values are missing. */
    Rows<T> count(String name, Function<T, OptionalLong> value) {
        LongColumn column = LongColumn.create(name);
        column.setPrintFormatter(NumberFormat.getIntegerInstance(Locale.ROOT), "");
        for (T row : rows) {
            OptionalLong number = value.apply(row);
            if (number.isPresent()) {
                column.append(number.getAsLong());
            } else {
                column.appendMissing();
            }
        }
        return add(column);
    }

    /** A column of numbers, rounded to so many decimals; empty values are missing. */
    Rows<T> number(String name, int decimals, Function<T, OptionalDouble> value) {
        DoubleColumn column = DoubleColumn.create(name);
        for (T row : rows) {
            OptionalDouble number = value.apply(row);
            if (number.isPresent()) {
                column.append(rounded(number.getAsDouble(), decimals));
            } else {
                column.appendMissing();
            }
        }
        return add(column);
    }

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    Table table(String name) {
        return Table.create(name, columns.values());
    }

    private Rows<T> add(Column<?> column) {
        columns.put(column.name(), column);
        return this;
    }
}
