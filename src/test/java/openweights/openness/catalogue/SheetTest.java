package openweights.openness.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A sheet is what the table that a notebook gets of it is. */
class SheetTest {

    static Stream<Sheet> sheets() {
        Sheets all = Catalogue.read().sheets();
        return Stream.of(
                all.overview(),
                all.costs(new Machine(16L << 30, 40e9), 2048),
                all.licenses(),
                all.clauses(),
                all.parts(),
                all.runs(16L << 30),
                all.fetchable(),
                all.record("gpt2"),
                all.verdicts(),
                all.facts("gpt2"),
                all.unsure(),
                new Catalogue(all.catalogue().date(), List.of()).sheets().overview());
    }

    /** Those that a terminal shows as a table. */
    static Stream<Sheet> tables() {
        return sheets().filter(sheet -> sheet.prose() == null);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itsTextIsTheTablesText(Sheet sheet) {
        assertEquals(SheetTable.of(sheet).printAll(), sheet.text());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void itsJsonHasTheTablesCells(Sheet sheet) {
        Table table = SheetTable.of(sheet);
        JsonNode rows = Json.readText("sheet", sheet.json());
        assertEquals(table.rowCount(), rows.size());
        for (Row row : table) {
            JsonNode cells = rows.get(row.getRowNumber());
            assertEquals(table.columnCount(), cells.size());
            for (String title : table.columnNames()) {
                JsonNode cell = cells.get(title);
                assertEquals(row.isMissing(title), cell.isNull(), title);
                if (!cell.isNull()) {
                    assertEquals(row.getObject(title).toString(), cell.asText(), title);
                }
            }
        }
    }
}
