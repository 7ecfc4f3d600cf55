package openweights.grading.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MagicsTest {

    @Test
    void leavesOutLinesForTheKernelOnly() {
        assertEquals("\nint x = 1;\n", Magics.without("%%time\nint x = 1;"));
        assertEquals("int x = 1;\n\nint y;\n", Magics.without("int x = 1;\n%maven a:b:1\nint y;"));
        assertEquals("", Magics.without("%%loadFromPOM\n<dependency/>"));
    }

    @Test
    void aPercentSignWithinJavaStays() {
        String remainder = "int r = a\n%b;\n";
        assertEquals(remainder, Magics.without(remainder));
        String text = "String s = \"\"\"\n%d items;\n%s\n\"\"\";\n";
        assertEquals(text, Magics.without(text));
    }
}
