package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void readsQuotesCommasAndBreaksInsideOfQuotes() {
        assertEquals(
                List.of(List.of("a", "b,c"), List.of("say \"hi\"", "two\nlines"), List.of("", "")),
                Csv.read("a,\"b,c\"\r\n\"say \"\"hi\"\"\",\"two\nlines\"\n,\n"));
    }

    @Test
    void dropsAByteOrderMarkAndNeedsNoLastLineBreak() {
        assertEquals(List.of(List.of("a", "b")), Csv.read("\uFEFFa,b"));
        assertEquals(List.of(), Csv.read(""));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertEquals(
                "A quoted field has no closing quote. Save the table as CSV again.",
                assertThrows(UserException.class, () -> Csv.read("a,\"b\n")).getMessage());
    }

    @Test
    void whatIsWrittenComesBack() {
        List<List<String>> rows = List.of(List.of("a,b", "\"", "x\ny", "", "-1.5"));
        assertEquals(rows, Csv.read(Csv.write(rows)));
        assertEquals(rows, Csv.read(Csv.writeAsRead(rows)));
    }

    @Test
    void marksFormulasAsText() {
        String written = Csv.write(List.of(List.of("=1+1", "@x", "-5", "-x", "+1")));
        assertEquals("'=1+1,'@x,-5,'-x,'+1\n", written);
        assertEquals(
                List.of("=1+1", "@x", "-5", "-x", "+1"),
                Csv.read(written).get(0).stream().map(Csv::undefused).toList());
        assertEquals("'quoted'", Csv.undefused("'quoted'"));
        assertEquals("=1+1\n", Csv.writeAsRead(List.of(List.of("=1+1"))));
    }
}
