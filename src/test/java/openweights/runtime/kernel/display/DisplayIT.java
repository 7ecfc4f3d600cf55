package openweights.runtime.kernel.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import openweights.chart.Figure;
import openweights.chart.LineChart;
import openweights.chart.Pixels;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** Outputs of cells without any imports, in the real kernel. */
class DisplayIT extends RealKernel {

    @Test
    void showsTensorsArraysAndTables() {
        assertTrue(
                succeeds("Nd4j.ones(2, 2)")
                        .value()
                        .startsWith("INDArray: shape [2, 2], type FLOAT"));
        assertEquals("int[2]\n  0  1\n  7  8", succeeds("new int[] {7, 8}").value());
        assertEquals(
                "t (1 row × 1 column)\n  n\n  1",
                succeeds("Table.create(\"t\", IntColumn.create(\"n\", new int[] {1}))").value());
    }

    @Test
    void showsTheSamePictureAsOutsideTheKernel() throws IOException {
        JsonNode data =
                only(succeeds("LineChart.of(\"t\").line(\"l\", 1, 4, 9).alt(\"It rises.\")"))
                        .path("data");
        byte[] there = Base64.getMimeDecoder().decode(data.path("image/png").asText());
        Figure here = LineChart.of("t").line("l", 1, 4, 9).alt("It rises.");
        // Antialiased edges differ slightly between JDKs.
        assertTrue(Pixels.meanDifference(decoded(here.png()), decoded(there)) < 0.1);
        assertTrue(data.path("text/html").asText().contains("alt=\"It rises.\""));
        assertEquals("It rises.", data.path("text/plain").asText());
    }

    @Test
    void showsSlidersOverValuesOfEachKind() {
        String chart = " -> LineChart.of(\"t\").line(\"l\", 0, 1))";
        JsonNode many =
                only(succeeds("Slider.of(\"n\", IntStream.range(0, 40).toArray(), n" + chart))
                        .path("data");
        assertTrue(many.path("text/plain").asText().startsWith("Slider over n: 0, 1, 2, 3, "));
        assertEquals(41, many.path("text/html").asText().split("<figure").length);
        assertTrue(
                succeeds("Slider.of(\"rate\", new double[] {0.1, 2}, r" + chart + ".playable()")
                        .value()
                        .startsWith("Slider over rate: 0.1, 2.\nrate = 0.1: t. Line chart."));
        assertTrue(
                succeeds("Slider.of(\"kind\", List.of(\"a\", \"b\"), k" + chart + ".start(1)")
                        .value()
                        .startsWith("Slider over kind: a, b."));
    }

    /** The likeliest first try: no description, and whatever holds numbers. */
    @Test
    void drawsAnyNumbersWithoutADescription() {
        for (String numbers :
                List.of(
                        "new int[] {1, 4, 9}",
                        "List.of(1, 4, 9)",
                        "Nd4j.createFromArray(1.0, 4.0, 9.0)",
                        "IntColumn.create(\"n\", 1, 4, 9)")) {
            JsonNode data =
                    only(succeeds("LineChart.of(\"t\").line(\"l\", " + numbers + ")")).path("data");
            assertEquals(
                    "t. Line chart. l: rises from 1 at 0 to 9 at 2.",
                    data.path("text/plain").asText(),
                    numbers);
            assertTrue(data.path("image/png").isTextual(), numbers);
        }
    }

    @Test
    void marksAChartWithoutAltText() {
        String value =
                succeeds(
                                "XYChart c = new XYChart(300, 200); c.addSeries(\"s\", new double[]"
                                        + " {1, 2}); c")
                        .value();
        assertTrue(value.startsWith("[chart without alt text]"), value);
    }

    @Test
    void progressLeavesOneOutputWithoutTimes() {
        CellOutcome outcome =
                succeeds("for (int i : Progress.of(\"Counting\", 100)) { Thread.sleep(5); }");
        assertEquals(List.of("✓ Counting: 100 of 100"), texts(outcome));
    }

    @Test
    void liveChartLeavesItsLastState() {
        CellOutcome outcome =
                succeeds(
                        """
                        LiveChart live = LiveChart.open();
                        for (int i = 2; i < 60; i++) {
                            double[] values = new double[i];
                            live.update(() -> LineChart.of("t").line("l", values).alt(values.length + " values."));
                            Thread.sleep(10);
                        }
                        live.close();
                        """);
        assertEquals(List.of("59 values."), texts(outcome));
    }

    @Test
    void showsWhereALoopWasLeft() {
        assertEquals(
                List.of("stopped: Leaving: 31 of 100"),
                texts(
                        succeeds(
                                "for (int i : Progress.of(\"Leaving\", 100)) { Thread.sleep(10); if"
                                        + " (i == 30) break; }")));
        CellOutcome failed =
                run(
                        "for (int i : Progress.of(\"Failing\", 100)) { if (i == 30) throw new"
                                + " IllegalStateException(); }");
        assertEquals(CellOutcome.Status.ERROR, failed.status());
        assertEquals("stopped: Failing: 31 of 100", texts(failed).get(0));
    }

    @Test
    void showsWhereALoopWasInterrupted() throws Exception {
        CompletableFuture<CellOutcome> endless =
                begun(
                        "for (int i : Progress.of(\"Endless\", 100)) { "
                                + HERE
                                + " while (true) {} }");
        kernel.interrupt();
        CellOutcome outcome = endless.get();
        assertTrue(
                texts(outcome).get(0).startsWith("stopped: Endless: 1 of 100"),
                texts(outcome).toString());
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static JsonNode only(CellOutcome outcome) {
        assertEquals(1, outcome.outputs().size(), outcome.outputs().toString());
        return outcome.outputs().get(0);
    }

    private static List<String> texts(CellOutcome outcome) {
        return StreamSupport.stream(outcome.outputs().spliterator(), false)
                .filter(output -> output.has("data"))
                .map(output -> output.at("/data/text~1plain").asText())
                .toList();
    }
}
