package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class TensorViewTest {

    @Test
    void showsShapeTypeAndValuesOfAMatrix() {
        INDArray matrix = Nd4j.create(new double[][] {{0.5, -1.25}, {2, 3}});
        assertEquals(
                """
                INDArray: shape [2, 2], type DOUBLE, rank 2
                          0        1
                  0  0.5000  -1.2500
                  1  2.0000   3.0000""",
                text(matrix));
    }

    @Test
    void marksRowAndColumnHeadersForScreenReaders() {
        String html = new TensorView().render(Nd4j.ones(2, 2)).html();
        assertTrue(html.contains("<caption"), html);
        assertTrue(html.contains("<th scope=\"col\""), html);
        assertTrue(html.contains("<th scope=\"row\""), html);
    }

    @Test
    void showsOnlyTheEdgesOfALargeMatrix() {
        INDArray large = Nd4j.arange(1_000_000).reshape(1000, 1000);
        String text = text(large);
        assertEquals(14, text.lines().count());
        assertTrue(text.contains("  …"), text);
        assertTrue(text.endsWith("999999"), text);
        assertTrue(new TensorView().render(large).html().length() < 15_000);
    }

    @Test
    void showsFirstSlicesOfHigherRanks() {
        String text = text(Nd4j.arange(5 * 2 * 2).reshape(5, 2, 2));
        assertTrue(text.contains("[2, :, :]"), text);
        assertFalse(text.contains("[3, :, :]"), text);
        assertTrue(text.endsWith("… 2 more slices"), text);
    }

    @Test
    void readsViewsInLogicalOrder() {
        INDArray all = Nd4j.arange(12).reshape(3, 4);
        INDArray view = all.get(NDArrayIndex.interval(1, 3), NDArrayIndex.point(2));
        assertTrue(text(view).endsWith("  6  10"), text(view));
        String transposed = text(all.transpose());
        assertTrue(transposed.contains("\n  1  1  5   9"), transposed);
    }

    @Test
    void showsNaNAndEmptyTensors() {
        String text = text(Nd4j.createFromArray(Float.NaN, Float.POSITIVE_INFINITY, 1.5f));
        assertTrue(text.contains("NaN  Infinity  1.5000"), text);
        assertEquals(
                "INDArray: shape [], type FLOAT, rank 0, no values",
                text(Nd4j.empty(DataType.FLOAT)));
        assertTrue(text(Nd4j.zeros(DataType.FLOAT, 0, 3)).endsWith("no values"));
    }

    @Test
    void keepsWholeNumbersWhole() {
        assertTrue(text(Nd4j.createFromArray(1L << 60, 3L)).contains("1152921504606846976"));
        assertTrue(text(Nd4j.createFromArray(true, false)).endsWith("true  false"));
        assertTrue(text(Nd4j.scalar(7)).endsWith("  7"));
    }

    @Test
    void showsVerySmallNumbersInScientificNotation() {
        String text = text(Nd4j.createFromArray(1.5e-7, 2e-9));
        assertTrue(text.contains("1.500e-07  2.000e-09"), text);
    }

    private static String text(INDArray tensor) {
        return new TensorView().render(tensor).text();
    }
}
