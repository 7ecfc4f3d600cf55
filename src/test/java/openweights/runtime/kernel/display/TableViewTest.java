package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {

    private final Table table =
            Table.create(
                    "models",
                    StringColumn.create("name", "GPT-2", "<b>", null),
                    DoubleColumn.create("loss", 3.25, Double.NaN, 12.5),
                    IntColumn.create("layers", new Integer[] {12, 24, null}));

    @Test
    void showsNameSizeHeadersAndMissingValues() {
        assertEquals(
                """
                models (3 rows × 3 columns)
                  name    loss  layers
                  GPT-2   3.25      12
                  <b>        –      24
                  –      12.50       –""",
                new TableView().render(table).text());
    }

    @Test
    void roundsToFourDecimals() {
        String text = TableView.render(DoubleColumn.create("loss", 1.0 / 3, 12.5, 8)).text();
        assertTrue(text.contains("0.3333") && text.contains("12.5000"), text);
    }

    @Test
    void escapesTextAndAlignsNumbers() {
        String html = new TableView().render(table).html();
        assertTrue(html.contains("<td style=\"text-align:left\">&lt;b&gt;</td>"), html);
        assertTrue(html.contains("<td style=\"text-align:right\">3.25</td>"), html);
        assertTrue(html.contains("<th scope=\"col\" style=\"text-align:left\">name</th>"), html);
        assertFalse(html.contains("<b>"), html);
    }

    @Test
    void showsHowManyRowsFollow() {
        int[] numbers = IntStream.range(0, 1020).toArray();
        Table many = Table.create("long", IntColumn.create("n", numbers));
        Rendition rendition = new TableView().render(many);
        assertTrue(rendition.text().endsWith("… 1,000 more rows"), rendition.text());
        assertTrue(rendition.html().endsWith("<p>… 1,000 more rows</p>"), rendition.html());
        assertEquals(23, rendition.text().lines().count());
    }

    @Test
    void showsAColumnAlone() {
        String text = TableView.render(table.column("loss")).text();
        assertTrue(text.startsWith("Column loss: DOUBLE, 3 values\n"), text);
    }

    @Test
    void showsATableWithoutColumns() {
        assertEquals(
                "none (0 rows × 0 columns)", new TableView().render(Table.create("none")).text());
    }
}
