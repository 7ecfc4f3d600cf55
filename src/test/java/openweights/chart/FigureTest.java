package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knowm.xchart.XYChart;

class FigureTest {

    @Test
    void refusesPictureWithoutAltText() {
        LineChart chart = LineChart.of("t").line("l", 1, 2);
        assertThrows(IllegalArgumentException.class, () -> chart.alt(" "));
        assertThrows(IllegalArgumentException.class, () -> chart.alt(null));
        assertThrows(IllegalArgumentException.class, () -> chart.alt("fine").withAlt(""));
    }

    @TestFactory
    Stream<DynamicTest> everyChartGivesTheSameSmallPngTwice() {
        return Gallery.figures().entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> holds(kind)));
    }

    private static void holds(Map.Entry<String, Figure> kind) throws IOException {
        Figure figure = kind.getValue();
        byte[] png = figure.png();
        assertArrayEquals(png, figure.png());
        assertTrue(png.length < 90_000, "bytes: " + png.length);
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(Figure.SCALE * figure.width(), decoded.getWidth());
        assertEquals(Figure.SCALE * figure.height(), decoded.getHeight());
        assertEquals(1, decoded.getColorModel().getNumComponents() / 3, "no transparency");
        int difference = Pixels.largestDifference(figure.image(), decoded);
        assertTrue(difference < 40, "the palette is true: " + difference);
    }

    @Test
    void putsFiguresSideBySide() {
        Figure left = square(Color.RED, "Red.");
        Figure right = square(Color.BLUE, "Blue.");
        Figure row = left.beside(right);
        assertEquals("Red. Blue.", row.alt());
        assertEquals(20, row.width());
        assertEquals(Color.RED.getRGB(), row.image().getRGB(5, 5));
        assertEquals(Color.BLUE.getRGB(), row.image().getRGB(25, 5));
        assertEquals("Two squares.", row.withAlt("Two squares.").alt());
    }

    @Test
    void breaksALongRowIntoLines() {
        Figure wide = new Figure((graphics, width, height) -> {}, 600, 10, "Wide.", "");
        Figure row = Figure.row(wide, wide, wide);
        assertEquals(1200, row.width());
        assertEquals(20, row.height());
    }

    @Test
    void acceptsAnyChartOfXChart() {
        XYChart chart = new XYChart(200, 100);
        chart.addSeries("s", new double[] {1, 2}, new double[] {3, 4});
        Figure figure = Figure.of(chart, "It rises.");
        assertEquals(200, figure.width());
        assertTrue(Pixels.colors(figure.image()) > 10, "something is drawn");
    }

    @Test
    void joinsChartsThatAreNotFinished() {
        Figure row = LineChart.of("up").line("l", 1, 2).beside(square(Color.RED, "Red."));
        assertEquals("up. Line chart. l: rises from 1 at 0 to 2 at 1. Red.", row.alt());
        assertEquals("Red.", row.caption(), "a description from data is no caption");
    }

    private static Figure square(Color color, String alt) {
        Painting painting =
                (graphics, width, height) -> {
                    graphics.setColor(color);
                    graphics.fillRect(0, 0, width, height);
                };
        return new Figure(painting, 10, 10, alt, alt);
    }
}
