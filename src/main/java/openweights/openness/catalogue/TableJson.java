package openweights.openness.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.base.Json;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A table as a JSON list with an object for each row; a missing cell is null. */
public final class TableJson {

    private TableJson() {}

    public static String of(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : table) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (String column : row.columnNames()) {
                cells.put(column, row.isMissing(column) ? null : row.getObject(column));
            }
            rows.add(cells);
        }
        return Json.pretty(rows);
    }
}
