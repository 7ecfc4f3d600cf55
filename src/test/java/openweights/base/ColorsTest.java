package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ColorsTest {

    @Test
    void aTintBeginsAndEndsAroundTheTextAsItIs() {
        String tinted = Colors.ANSI.tint(0, "@|x|@");
        assertEquals("\u001B[48;5;153m\u001B[38;5;0m@|x|@\u001B[49m\u001B[39m", tinted);
        assertNotEquals(tinted, Colors.ANSI.tint(1, "@|x|@"));
        assertEquals(tinted, Colors.ANSI.tint(5, "@|x|@"));
    }

    @Test
    void withoutColorsTheTextStaysAsItIs() {
        assertEquals("x", Colors.NONE.tint(3, "x"));
    }

    @Test
    void faintTextBeginsAndEnds() {
        assertEquals(
                "\u001B[2mx\u001B[22m", Colors.ANSI.faint(true) + "x" + Colors.ANSI.faint(false));
        assertEquals("x", Colors.NONE.faint(true) + "x" + Colors.NONE.faint(false));
    }
}
