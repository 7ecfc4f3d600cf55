package openweights.openness.catalogue;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A {@link Sheet} as a table that a notebook shows and computes with. */
final class SheetTable {

    private SheetTable() {}

    static Table of(Sheet sheet) {
        return Table.create(
                sheet.name(),
                sheet.columns().stream().map(SheetTable::column).toArray(Column<?>[]::new));
    }

    private static Column<?> column(Sheet.Column from) {
        Column<?> column =
                switch (from.type()) {
                    case TEXT -> StringColumn.create(from.title());
                    case COUNT -> shown(LongColumn.create(from.title()), from.type());
                    case NUMBER -> shown(DoubleColumn.create(from.title()), from.type());
                };
        for (Object value : from.values()) {
            if (value == null) {
                column.appendMissing();
            } else {
                column.appendObj(value);
            }
        }
        return column;
    }

    private static NumericColumn<?> shown(NumericColumn<?> column, Sheet.Type type) {
        column.setPrintFormatter(type.format(), "");
        return column;
    }
}
