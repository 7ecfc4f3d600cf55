package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    record Row(String student, String points, int max) {}

    @Test
    void rowsComeBackAsTheyWere() {
        List<List<String>> rows =
                List.of(
                        List.of("a,b", "\"q\"", "two\nlines", "", " x ", "#", "=1"),
                        List.of("x"),
                        List.of(""),
                        List.of("'", "Größe", "longer than twenty-four characters in all"));
        String table = Csv.write(rows);
        assertEquals(rows, Csv.rows("table", table));
        assertEquals(rows, Csv.rows("table", "\uFEFF" + table));
        assertEquals(table, Csv.write(Csv.rows("table", table)));
    }

    @Test
    void quotesOnlyWhatNeedsQuotes() {
        assertEquals(
                "plain,\"a,b\",\"say \"\"hi\"\"\",,longer than twenty-four characters in all\n",
                Csv.write(
                        List.of(
                                List.of(
                                        "plain",
                                        "a,b",
                                        "say \"hi\"",
                                        "",
                                        "longer than twenty-four characters in all"))));
    }

    @Test
    void readsLineEndsOfEverySystem() {
        List<List<String>> rows = List.of(List.of("a", "b\r\nc"), List.of("d"));
        assertEquals(rows, Csv.rows("table", "a,\"b\r\nc\"\r\nd\r\n"));
        assertEquals(rows, Csv.rows("table", "a,\"b\r\nc\"\nd"));
    }

    @Test
    void saysWhichQuotedFieldDoesNotEnd() {
        UserException e =
                assertThrows(UserException.class, () -> Csv.rows("book.csv", "a\nb,\"c\n"));
        assertEquals("book.csv: row 2: Missing closing quote for value", e.getMessage());
    }

    @Test
    void defusesFormulasAndRestoresThem() {
        List<Row> rows =
                List.of(
                        new Row("=1+1", "-1.5", 3),
                        new Row("'quoted'", "", 2),
                        new Row("@x", "", 1));
        String table = Csv.write(Row.class, rows);
        assertEquals("student,points,max\n'=1+1,-1.5,3\n'quoted',,2\n'@x,,1\n", table);
        assertEquals(rows, Csv.read("table", table, Row.class));
        assertEquals("'+a,b\n", Csv.writeDefused(List.of(List.of("+a", "b"))));
    }

    @Test
    void saysWhatIsWrongWithATableOfRecords() {
        for (String titles : List.of("", "student;points;max", "student,max,points", "student")) {
            String message =
                    assertThrows(
                                    UserException.class,
                                    () -> Csv.read("t.csv", titles + "\na,1,2\n", Row.class))
                            .getMessage();
            assertEquals(
                    "t.csv: the first line is not student,points,max. Save the table as CSV with commas and with all its columns.",
                    message);
        }
        String few =
                assertThrows(
                                UserException.class,
                                () ->
                                        Csv.read(
                                                "t.csv",
                                                "student,points,max\na,1,2\nb,1\n",
                                                Row.class))
                        .getMessage();
        assertEquals("t.csv: row 3: Not enough column values: expected 3, found 2", few);
    }
}
