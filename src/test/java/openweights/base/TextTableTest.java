package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void everyColumnIsAsWideAsItsLongestCell() {
        TextTable table = new TextTable().row("a", "b").row("longer", 12, "end").row();
        assertEquals("a       b\nlonger  12  end\n\n", table.toString());
    }

    @Test
    void showsMarkupAndLongCellsAsTheyAre() {
        String cell = "@|red x|@".repeat(20);
        assertEquals(cell + "\n", new TextTable().row(cell).toString());
    }
}
