package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;

/** Charts of numbers as students have them. */
class ValuesTest {

    private static final double[] NUMBERS = {1, 2, 4};

    @Test
    void readsWhateverHoldsNumbers() {
        assertArrayEquals(NUMBERS, Values.of(new int[] {1, 2, 4}));
        assertArrayEquals(NUMBERS, Values.of(new float[] {1, 2, 4}));
        assertArrayEquals(NUMBERS, Values.of(List.of(1, 2L, 4.0)));
        assertArrayEquals(NUMBERS, Values.of(IntColumn.create("a", 1, 2, 4)));
        assertArrayEquals(NUMBERS, Values.of(DoubleColumn.create("a", 1, 2, 4)));
        assertArrayEquals(NUMBERS, Values.of(Nd4j.create(NUMBERS)));
        assertArrayEquals(NUMBERS, Values.of(Nd4j.create(NUMBERS).reshape(3, 1)));
    }

    @Test
    void aMatrixIsNoSeries() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Values.of(Nd4j.ones(2, 3)))
                        .getMessage();
        assertTrue(message.contains("[2, 3]") && message.contains("getRow"), message);
    }

    @Test
    void chartsOfThemAreTheSame() {
        String expected = LineChart.of("loss").line("a", NUMBERS).figure().alt();
        assertEquals(expected, LineChart.of("loss").line("a", new int[] {1, 2, 4}).figure().alt());
        assertEquals(expected, LineChart.of("loss").line("a", List.of(1, 2, 4)).figure().alt());
        assertEquals(expected, LineChart.of("loss").line("a", 1, 2, 4).figure().alt());
        assertEquals(expected, LineChart.of("loss").line("a", Nd4j.create(NUMBERS)).figure().alt());
    }
}
