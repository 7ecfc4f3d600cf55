package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.chart.Figure;
import openweights.chart.LineChart;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The kernel's renderer with the course's views. */
class DisplaysTest {

    private final Renderer renderer = new Renderer();

    DisplaysTest() {
        Displays.register(renderer);
    }

    static Stream<Object> oneOfEach() {
        return Stream.of(
                LineChart.of("t").line("l", 1, 2).alt("rises"),
                rawChart(),
                Nd4j.ones(2, 3),
                Table.create("t", DoubleColumn.create("x", 1, 2)),
                DoubleColumn.create("x", 1, 2),
                List.of(1, 2),
                Map.of("a", 1),
                new int[] {1},
                new double[][] {{1, 2}},
                new String[] {"a"});
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void everyViewAlsoHasPlainText(Object value) {
        String text = (String) render(value).getData(MIMEType.TEXT_PLAIN);
        assertFalse(text.isBlank());
        assertFalse(text.contains("@"), text);
    }

    @ParameterizedTest
    @MethodSource("withNumbers")
    void noViewDependsOnTheDefaultLocale(Object value) {
        DisplayData expected = render(value);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            DisplayData actual = render(value);
            for (MIMEType type : List.of(MIMEType.TEXT_PLAIN, MIMEType.TEXT_HTML)) {
                assertEquals(expected.getData(type), actual.getData(type));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    static Stream<Object> withNumbers() {
        double[] many = IntStream.range(0, 2000).mapToDouble(i -> i / 8.0).toArray();
        return Stream.of(
                LineChart.of("t").line("l", 1000.5, 2).alt("rises"),
                Nd4j.create(many).reshape(20, 2, 50),
                Table.create("t", DoubleColumn.create("x", many)),
                DoubleColumn.create("x", many),
                IntStream.range(0, 2000).boxed().toList(),
                many,
                new double[][] {many, {0.5}});
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void noViewUsesMarkupThatUntrustedNotebooksLose(Object value) {
        String html = String.valueOf(render(value).getData(MIMEType.TEXT_HTML));
        for (String lost : List.of("<script", "<style", "var(", "currentColor", "<svg", "role=")) {
            assertFalse(html.contains(lost), lost);
        }
    }

    @Test
    void showsFigureAsImageWithAltAndCaption() {
        Figure figure = LineChart.of("t").line("l", 1, 2).alt("It rises & \"stays\".");
        DisplayData data = render(figure);
        String html = (String) data.getData(MIMEType.TEXT_HTML);
        assertTrue(html.contains("alt=\"It rises &amp; &quot;stays&quot;.\""), html);
        assertTrue(html.contains("<figcaption>It rises &amp;"), html);
        assertEquals(figure.alt(), data.getData(MIMEType.TEXT_PLAIN));
        byte[] png = Base64.getDecoder().decode((String) data.getData(MIMEType.IMAGE_PNG));
        assertTrue(Arrays.equals(figure.png(), png));
    }

    @Test
    void marksChartWithoutAltText() {
        DisplayData data = render(rawChart());
        String text = (String) data.getData(MIMEType.TEXT_PLAIN);
        assertTrue(text.startsWith("[chart without alt text]"), text);
        assertTrue(text.contains("Figure.of(chart, "), text);
    }

    @Test
    void neverShowsAWholeLargeArray() {
        double[] values = IntStream.range(0, 100_000).asDoubleStream().toArray();
        DisplayData data = render(values);
        assertTrue(((String) data.getData(MIMEType.TEXT_PLAIN)).length() < 500);
        assertTrue(((String) data.getData(MIMEType.TEXT_HTML)).length() < 2000);
    }

    @Test
    void truncatesLongCollections() {
        String text =
                (String)
                        render(IntStream.range(0, 5000).boxed().toList())
                                .getData(MIMEType.TEXT_PLAIN);
        assertTrue(text.endsWith("98, 99, … 4,900 more]"), text);
    }

    private DisplayData render(Object value) {
        return renderer.render(value);
    }

    private static XYChart rawChart() {
        XYChart chart = new XYChart(300, 200);
        chart.addSeries("s", new double[] {1, 2}, new double[] {3, 4});
        return chart;
    }
}
