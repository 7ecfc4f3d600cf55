package openweights.openness.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a sheet column by column; each column is computed from all rows. */
final class Rows<T> {

    private final List<T> rows;
    private final List<Sheet.Column> columns = new ArrayList<>();

    Rows(List<T> rows) {
        this.rows = rows;
    }

    Rows<T> text(String title, Function<T, String> value) {
        return add(
                title,
                Sheet.Type.TEXT,
                row -> {
                    String text = value.apply(row);
                    return text.isEmpty() ? null : text;
                });
    }

    /** A column of integers; empty values are missing. */
    Rows<T> count(String title, Function<T, OptionalLong> value) {
        return add(
                title,
                Sheet.Type.COUNT,
                row -> {
                    OptionalLong number = value.apply(row);
                    return number.isPresent() ? number.getAsLong() : null;
                });
    }

    /** A column of numbers, rounded to so many decimals; empty values are missing. */
    Rows<T> number(String title, int decimals, Function<T, OptionalDouble> value) {
        return add(
                title,
                Sheet.Type.NUMBER,
                row -> {
                    OptionalDouble number = value.apply(row);
                    return number.isPresent() ? rounded(number.getAsDouble(), decimals) : null;
                });
    }

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    Sheet sheet(String name) {
        return new Sheet(name, columns, null);
    }

    /** The same, which a terminal shows as a text. */
    Sheet sheet(String name, String prose) {
        return new Sheet(name, columns, prose);
    }

    private Rows<T> add(String title, Sheet.Type type, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        columns.add(new Sheet.Column(title, type, values));
        return this;
    }
}
