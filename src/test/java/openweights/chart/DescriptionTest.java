package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A picture that is given no text describes itself from its data. */
class DescriptionTest {

    @Test
    void lineSaysWhereItBeginsAndEnds() {
        assertEquals(
                "Loss. Line chart of loss (logarithmic) against step. slow: falls from 9 at 0 to 4 at 2."
                        + " wild: from 1 at 0 to 3 at 2; lowest 0.5 at 1, highest 3 at 2.",
                LineChart.of("Loss")
                        .axes("step", "loss")
                        .line("slow", 9, 6, 4)
                        .line("wild", 1, 0.5, 3)
                        .logY()
                        .figure()
                        .alt());
    }

    @Test
    void bandSaysHowWideItEnds() {
        LineChart chart =
                LineChart.of("B")
                        .line(
                                "mean",
                                new double[] {0, 1},
                                new double[] {2, 1},
                                new double[] {1, 0.5},
                                new double[] {3, 9});
        assertEquals(
                "B. Line chart. mean: falls from 2 at 0 to 1 at 1, in a band from 0.5 to 9 at its end.",
                chart.figure().alt());
        assertTrue(Pixels.colors(chart.figure().image()) > 10, "it is painted");
    }

    @Test
    void imagesSayHowManyAndOfWhat() {
        assertEquals(
                "Digits. 2 images of 1 by 2 pixels: 3, 8. Largest value 0.75.",
                ImageGrid.of("Digits")
                        .image("3", new double[][] {{0, 0.5}})
                        .image("8", new double[][] {{-0.75, 0}})
                        .figure()
                        .alt());
    }

    @Test
    void lineSkipsWhatIsNotDrawn() {
        assertEquals(
                "Gap. Line chart. l: rises from 1 at 1 to 2 at 3.",
                LineChart.of("Gap").line("l", Double.NaN, 1, Double.NaN, 2).figure().alt());
    }

    @Test
    void pointsSayWhereTheyLie() {
        assertEquals(
                "Points of y against x. a: 3 points, x from −1 to 2, y from 0 to 5. b: one point, 7 at 1.",
                ScatterChart.of("")
                        .axes("x", "y")
                        .points("a", new double[][] {{-1, 0}, {2, 5}, {0, 1}})
                        .points("b", new double[][] {{1, 7}})
                        .figure()
                        .alt());
    }

    @Test
    void histogramSaysWhatItCounted() {
        assertEquals(
                "Weights. Histogram of count against weight. w: 4 values from 0 to 3, mean 1.25; most, 2, between 1 and 2.",
                HistogramChart.of("Weights")
                        .axes("weight", "count")
                        .bins(0, 3, 3)
                        .values("w", 0d, 1, 1, 3)
                        .figure()
                        .alt());
    }

    @Test
    void barsSayTheirHeights() {
        assertEquals(
                "Share. Bars of % by part. GPT-2: embedding 31.6, attention 22.8.",
                BarChart.of("Share")
                        .axes("part", "%")
                        .categories("embedding", "attention")
                        .bars("GPT-2", 31.6, 22.8)
                        .figure()
                        .alt());
    }

    @Test
    void smallMatrixIsReadOut() {
        assertEquals(
                "W. Heat map of 2 rows and 2 columns. x: 1.00, −2.00. row 1: 0.00, 0.50.",
                HeatMap.of("W")
                        .matrix(new double[][] {{1, -2}, {0, 0.5}})
                        .rows("x")
                        .figure()
                        .alt());
    }

    @Test
    void largeMatrixSaysItsExtremes() {
        double[][] matrix = new double[10][10];
        matrix[3][4] = 9;
        matrix[5][6] = -1;
        assertEquals(
                "W. Heat map of 10 rows and 10 columns: smallest −1.00 in row 5, column 6, largest 9.00 in row 3, column 4.",
                HeatMap.of("W").matrix(matrix).figure().alt());
    }

    @Test
    void landscapeSaysWhereTheGroundIsLowest() {
        assertEquals(
                "L. Landscape over w and b; lowest at (0, 0), highest at (−1, −1). The path of 2 steps begins at (1, 1) and ends at (0.5, 0.5).",
                Landscape.of("L")
                        .axes("w", "b")
                        .height((w, b) -> w * w + b * b - 0.001 * w)
                        .path(new double[] {1, 0.7, 0.5}, new double[] {1, 0.7, 0.5})
                        .figure()
                        .alt());
    }

    @Test
    void decisionMapCountsTheSides() {
        assertEquals(
                "D. Map over x₁ and x₂: above 0.5 on 49 % of the plane. a: 1 of 2 points above 0.5.",
                DecisionMap.of("D")
                        .field((x, y) -> x > 0 ? 1 : 0)
                        .points("a", new double[][] {{-0.5, 0}, {0.5, 0}})
                        .figure()
                        .alt());
    }

    @Test
    void networkReadsOutItsWeights() {
        assertEquals(
                "N. Network of 2 inputs, then 1 unit. Weights of layer 1: 0.50; −1.00. Biases: 0.25.",
                NetworkDiagram.of("N").layer(new double[][] {{0.5}, {-1}}, 0.25).figure().alt());
    }

    @Test
    void hiddenUnitsHaveTheNamesOfTheirLayer() {
        double[][] one = {{1}};
        IllegalStateException early =
                assertThrows(IllegalStateException.class, () -> NetworkDiagram.of("N").hidden("h"));
        assertEquals(
                "There is no layer yet whose units could have names. Call layer(weights) first.",
                early.getMessage());
        byte[] plain = NetworkDiagram.of("N").layer(one).layer(one).figure().png();
        byte[] named = NetworkDiagram.of("N").layer(one).hidden("h").layer(one).figure().png();
        assertFalse(Arrays.equals(plain, named));
    }
}
