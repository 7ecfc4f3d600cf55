package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArrayViewTest {

    @Test
    void showsARowWithItsIndices() {
        assertEquals("int[3]\n  0  1   2\n  5  6  70", text(new int[] {5, 6, 70}));
        assertEquals("boolean[1]\n  0\n  true", text(new boolean[] {true}));
    }

    @Test
    void formatsAllRealNumbersOfAnArrayAlike() {
        assertEquals(
                "double[2]\n       0         1\n  0.5000  100.0000", text(new double[] {0.5, 100}));
    }

    @Test
    void showsRowsOfDifferentLength() {
        assertEquals(
                "int[3][up to 2]\n     0  1\n  0  1  2\n  1  3\n  2",
                text(new int[][] {{1, 2}, {3}, null}));
    }

    @Test
    void showsTextOnOneLineAndEscaped() {
        Rendition rendition = new ArrayView().render(new String[] {"a\nb", "<i>", null});
        assertTrue(rendition.text().contains("a⏎b"), rendition.text());
        assertTrue(rendition.html().contains("&lt;i&gt;"), rendition.html());
        assertTrue(rendition.text().contains("null"), rendition.text());
    }

    @Test
    void truncatesLongText() {
        String text = text(new String[] {"x".repeat(10_000)});
        assertTrue(text.length() < 200, text);
    }

    @Test
    void showsThatAnArrayIsEmpty() {
        assertEquals("int[0], no elements", text(new int[0]));
        assertEquals("double[2][0], no elements", text(new double[2][0]));
    }

    @Test
    void showsBothEndsOfALongArray() {
        int[] squares = new int[100];
        Arrays.setAll(squares, i -> i * i);
        String text = text(squares);
        assertTrue(text.startsWith("int[100]"), text);
        assertTrue(text.contains("49  …  9409  9604  9801"), text);
    }

    private static String text(Object array) {
        return new ArrayView().render(array).text();
    }
}
