package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** Which cells show a value. */
class ValuesIT extends RealKernel {

    @Test
    void lastLineWithoutSemicolonIsShown() {
        assertEquals("42", succeeds("int six = 6;\nsix * 7").value());
        assertEquals("42", succeeds("6 * 7 // with a comment; and a semicolon in it").value());
        assertEquals("a;", succeeds("\"a;\"").value());
    }

    @Test
    void lastLineWithSemicolonIsNotShown() {
        assertEquals("", succeeds("6 * 7;").value());
        assertEquals(
                "", succeeds("new java.util.HashMap<String, Integer>().put(\"a\", 1);").value());
        assertEquals("", succeeds("System.out.printf(\"%d%n\", 42);   // the answer").value());
        assertEquals("42\n", succeeds("System.out.printf(\"%d%n\", 42);").stream("stdout"));
    }
}
