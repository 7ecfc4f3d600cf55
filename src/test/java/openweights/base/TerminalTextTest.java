package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void keepsOrdinaryText() {
        assertEquals("Grüße, 你好 😀", TerminalText.printable("Grüße, 你好 😀"));
    }

    @Test
    void spellsOutWhatMovesTheCursorOrHides() {
        assertEquals("\\u001b[2J", TerminalText.printable("\u001b[2J"));
        assertEquals("a\\u000ab\\u0009c\\u0000", TerminalText.printable("a\nb\tc\0"));
        assertEquals("\\u202e\\u200b\\u2028", TerminalText.printable("\u202e\u200b\u2028"));
        assertEquals("\\ud800", TerminalText.printable("\ud800"));
    }

    @Test
    void spellsOutCharactersBeyondSixteenBitsAsPairs() {
        assertEquals("\\udb40\\udc41", TerminalText.printable("\udb40\udc41"));
    }

    @Test
    void cutsAfterWholeCharacters() {
        assertEquals("abc", TerminalText.printable("abc", 3));
        assertEquals("ab…", TerminalText.printable("abc", 2));
        assertEquals("😀…", TerminalText.printable("😀😀", 1));
        assertEquals("\\u001b…", TerminalText.printable("\u001b[2J", 1));
    }
}
