package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LineChartTest {

    private static final int BLUE = 0x0072b2;
    private static final int ORANGE = 0xd55e00;

    @Test
    void drawsEachSeriesInItsColor() {
        BufferedImage image =
                LineChart.of("t")
                        .line("a", 0, 1, 2)
                        .line("b", 2, 1, 0)
                        .alt("Two lines cross.")
                        .image();
        assertTrue(Pixels.count(image, BLUE) > 500);
        assertTrue(Pixels.count(image, ORANGE) > 300);
    }

    @Test
    void dashesDenseLines() {
        double[] level = new double[3000];
        BufferedImage image =
                LineChart.of("").line("a", 0, 1).line("b", level).alt("Level.").image();
        int row = rowOf(image, ORANGE);
        long gaps = 0;
        for (int x = 1; x < image.getWidth(); x++) {
            boolean before = (image.getRGB(x - 1, row) & 0xffffff) == ORANGE;
            boolean here = (image.getRGB(x, row) & 0xffffff) == ORANGE;
            gaps += before && !here ? 1 : 0;
        }
        assertTrue(gaps > 20, "dashes: " + gaps);
    }

    @Test
    void leavesGapsWhereValuesAreNotFinite() {
        double[] whole = {1, 1, 1, 1};
        double[] broken = {1, Double.NaN, 1, Double.POSITIVE_INFINITY};
        long all = Pixels.count(level(whole), BLUE);
        long some = Pixels.count(level(broken), BLUE);
        assertTrue(some < all / 4, some + " of " + all);
    }

    @Test
    void laterLinesDoNotChangeAnEarlierFigure() {
        LineChart chart = LineChart.of("t").line("a", 1, 2, 3);
        Figure before = chart.alt("One line.");
        chart.line("b", 3, 2, 1);
        assertEquals(0, Pixels.count(before.image(), ORANGE));
    }

    @Test
    void reportsInvalidSeries() {
        LineChart chart = LineChart.of("t");
        String lengths = message(() -> chart.line("loss", new double[] {1, 2}, new double[] {1}));
        assertEquals(
                "Series \"loss\" has 2 x values and 1 y values. Give one y for each x.", lengths);
        assertTrue(
                message(() -> chart.line("nan", Double.NaN))
                        .contains("none of the 1 values is finite"));
        chart.line("loss", 1, 2);
        assertTrue(message(() -> chart.line("loss", 1, 2)).contains("its own name"));
    }

    @Test
    void refusesZeroOnALogarithmicAxis() {
        LineChart chart = LineChart.of("t").line("loss", 1, 0).logY();
        assertTrue(message(() -> chart.alt("Falls.")).contains("has the y value 0.0"));
    }

    @Test
    void refusesAnEmptyChart() {
        assertThrows(IllegalStateException.class, () -> LineChart.of("t").alt("Nothing."));
    }

    @Test
    void respectsTheGivenRange() {
        BufferedImage image =
                LineChart.of("t").line("a", -100, 100).yRange(0, 1).alt("Steep.").image();
        int top = 60;
        for (int x = 0; x < image.getWidth(); x++) {
            assertTrue((image.getRGB(x, top) & 0xffffff) != BLUE, "drawn over the title");
        }
    }

    private static BufferedImage level(double[] values) {
        return LineChart.of("").line("l", values).alt("Level.").image();
    }

    private static int rowOf(BufferedImage image, int color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == color) {
                    return y;
                }
            }
        }
        throw new AssertionError("color not found");
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
