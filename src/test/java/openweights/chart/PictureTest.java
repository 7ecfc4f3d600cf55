package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import openweights.chart.draw.Axis;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Numbers;
import org.junit.jupiter.api.Test;

/** All charts except those with two numeric axes. */
class PictureTest {

    @Test
    void heatMapColorsSignsAroundWhite() {
        ColorScale scale = ColorScale.diverging(2);
        assertEquals(Color.WHITE, scale.color(0));
        assertTrue(scale.color(-1).getBlue() > scale.color(-1).getRed());
        assertTrue(scale.color(1).getRed() > scale.color(1).getBlue());
        assertEquals(scale.color(2), scale.color(1e300), "beyond the range: the last color");
        assertEquals(Color.WHITE, scale.inkOn(-2));
    }

    @Test
    void heatMapsWithTheSameRangeAreComparable() {
        int white = 0xffffff;
        long before = Pixels.count(heat(new double[][] {{0.001, -0.001}}), white);
        long after = Pixels.count(heat(new double[][] {{4, -4}}), white);
        assertTrue(before > after + 5000, "small weights stay almost white: " + before);
    }

    @Test
    void heatMapRotatesNamesThatWouldMakeItTooWide() {
        String[] names = new String[60];
        Arrays.fill(names, "<|begin_of_text|>");
        Dimension few = HeatMap.of("").matrix(new double[16][4]).columns(names).naturalSize();
        Dimension many = HeatMap.of("").matrix(new double[16][60]).columns(names).naturalSize();
        assertTrue(few.width < 800, "side by side: " + few);
        assertTrue(many.width < 1200, "turned: " + many);
        assertTrue(many.height > few.height + 50, "with room below: " + many);
    }

    @Test
    void heatMapRefusesRaggedRows() {
        HeatMap map = HeatMap.of("t");
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> map.matrix(new double[][] {{1, 2}, {3}}))
                        .getMessage();
        assertTrue(message.contains("[2, 1]"), message);
    }

    @Test
    void networkRefusesTransposedWeights() {
        NetworkDiagram diagram = NetworkDiagram.of("t").layer(new double[2][3]);
        String message =
                assertThrows(IllegalArgumentException.class, () -> diagram.layer(new double[1][3]))
                        .getMessage();
        assertEquals(
                "Layer 2 has weights from 1 units, but the layer before it has 3. Is the matrix transposed?",
                message);
    }

    @Test
    void networkCopiesItsWeights() {
        double[][] weights = {{0.5, -0.5}};
        Figure figure = NetworkDiagram.of("t").layer(weights).range(1).alt("Small.");
        byte[] before = figure.png();
        weights[0][0] = 1;
        assertArrayEquals(before, figure.png());
    }

    @Test
    void decisionMapEvaluatesAllPointsAtOnce() {
        AtomicInteger calls = new AtomicInteger();
        DecisionMap.of("t")
                .fieldOfPoints(
                        points -> {
                            calls.incrementAndGet();
                            return new double[points.length];
                        })
                .alt("Blue.");
        assertEquals(1, calls.get());
    }

    @Test
    void contourOfAPlaneIsAStraightLine() {
        PlaneGrid grid =
                PlaneGrid.sample(
                        points -> Arrays.stream(points).mapToDouble(p -> p[0]).toArray(),
                        new Axis(0, 1),
                        new Axis(0, 1));
        var box = grid.contour(0.25).getBounds2D();
        assertEquals(0.25, box.getMinX(), 1e-9);
        assertEquals(0.25, box.getMaxX(), 1e-9);
        assertEquals(1, box.getHeight(), 1e-9);
    }

    @Test
    void axisTicksAreRound() {
        assertArrayEquals(new double[] {-1, 0, 1, 2}, new Axis(-1.5, 2.5).ticks(), 1e-12);
        assertArrayEquals(new double[] {0, 0.05, 0.1}, new Axis(0, 0.12).ticks(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1));
    }

    @Test
    void histogramCountsEachValueOnce() {
        Figure figure =
                HistogramChart.of("t").bins(0, 3, 3).values("v", 0, 0.5, 1, 3, 7).alt("Counts.");
        assertTrue(Pixels.colors(figure.image()) > 3);
        assertThrows(
                IllegalArgumentException.class,
                () -> HistogramChart.of("t").values("v", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> HistogramChart.of("t").bins(1, 0, 3));
    }

    @Test
    void barsNeedAValueForEachCategory() {
        BarChart chart = BarChart.of("t").categories("a", "b");
        String message =
                assertThrows(IllegalArgumentException.class, () -> chart.bars("n", 1.0))
                        .getMessage();
        assertTrue(message.contains("1 values for 2 categories"), message);
    }

    @Test
    void numbersAreShortAndCorrect() {
        assertEquals("−0.5", Numbers.brief(-0.5));
        assertEquals("0", Numbers.brief(-0.0));
        assertEquals("1,000,000", Numbers.brief(1e6));
        assertEquals("2.5e-5", Numbers.brief(2.5e-5));
        assertEquals("−1e12", Numbers.brief(-1e12));
        assertEquals("0.3", Numbers.brief(0.1 + 0.2));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("−∞", Numbers.fixed(Double.NEGATIVE_INFINITY, 2));
    }

    private static BufferedImage heat(double[][] matrix) {
        return HeatMap.of("").matrix(matrix).range(4).alt("Weights.").image();
    }
}
