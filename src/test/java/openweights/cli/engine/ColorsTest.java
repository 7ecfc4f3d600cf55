package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ColorsTest {

    @Test
    void aTintBeginsAndEndsAroundTheTextAsItIs() {
        String tinted = Colors.BACKGROUNDS.tint(0, "@|x|@");
        assertEquals("\u001B[48;5;153m\u001B[38;5;0m@|x|@\u001B[49m\u001B[39m", tinted);
        assertNotEquals(tinted, Colors.BACKGROUNDS.tint(1, "@|x|@"));
        assertEquals(tinted, Colors.BACKGROUNDS.tint(5, "@|x|@"));
    }

    @Test
    void withoutColorsTheTextStaysAsItIs() {
        assertEquals("x", Colors.NONE.tint(3, "x"));
    }
}
