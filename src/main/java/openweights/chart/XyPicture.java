package openweights.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Pictures over two numeric axes.
 *
 * @param <P> the kind itself
 */
public abstract class XyPicture<P extends XyPicture<P>> extends Picture<P> {

    private final List<Consumer<XYChart>> steps = new ArrayList<>();
    private boolean logarithmicX;
    private boolean logarithmicY;

    XyPicture(String title) {
        super(title);
    }

    /** The axes' titles: what is measured, and its unit if it has one. */
    public final P axes(String x, String y) {
        return step(
                chart -> {
                    chart.setXAxisTitle(x);
                    chart.setYAxisTitle(y);
                });
    }

    /** Limits of the horizontal axis, instead of those of the data. */
    public final P xRange(double from, double to) {
        return step(chart -> chart.getStyler().setXAxisMin(from).setXAxisMax(to));
    }

    /** Limits of the vertical axis, so that two pictures can be compared. */
    public final P yRange(double from, double to) {
        return step(chart -> chart.getStyler().setYAxisMin(from).setYAxisMax(to));
    }

    /** Equal ratios take equal lengths on the horizontal axis. Values must be positive. */
    public final P logX() {
        logarithmicX = true;
        return step(chart -> chart.getStyler().setXAxisLogarithmic(true));
    }

    /** Equal ratios take equal lengths on the vertical axis. Values must be positive. */
    public final P logY() {
        logarithmicY = true;
        return step(chart -> chart.getStyler().setYAxisLogarithmic(true));
    }

    /** Adds a series in the next colour and dash; the consumer changes what its kind wants else. */
    final P series(String name, double[] x, double[] y, ObjIntConsumer<XYSeries> kind) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has %d x values and %d y values. Give one y for each x."
                            .formatted(name, x.length, y.length));
        }
        if (Arrays.stream(y).noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has no finite value to draw, of %d. Look at the values first."
                            .formatted(name, y.length));
        }
        double[] xs = x.clone();
        double[] ys = Arrays.stream(y).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
        return step(chart -> addSeries(chart, name, xs, ys, kind));
    }

    /** Shows a series as markers without a line, in the next marker. */
    static void asPoints(XYSeries series, int index) {
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(Theme.marker(index));
    }

    private void addSeries(
            XYChart chart, String name, double[] x, double[] y, ObjIntConsumer<XYSeries> kind) {
        requirePositive(name, "x", x, logarithmicX);
        requirePositive(name, "y", y, logarithmicY);
        int index = chart.getSeriesMap().size();
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(Theme.colour(index)).setLineStyle(Theme.line(index));
        series.setMarkerColor(Theme.colour(index)).setMarker(SeriesMarkers.NONE);
        kind.accept(series, index);
    }

    @Override
    final Painting painting() {
        XYChart chart = new XYChart(640, 400);
        Theme.apply(chart.getStyler());
        chart.setTitle(title);
        chart.getStyler().setChartTitleVisible(!title.isEmpty());
        steps.forEach(step -> step.accept(chart));
        writeTicksPlainly(chart);
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1);
        return chart::paint;
    }

    /** Ticks at round values; on a logarithmic axis XChart's own are at powers of ten. */
    private void writeTicksPlainly(XYChart chart) {
        chart.getStyler().setDecimalPattern("#,##0.######");
        if (!logarithmicX) {
            chart.getStyler().setxAxisTickLabelsFormattingFunction(Numbers::brief);
        }
        if (!logarithmicY) {
            chart.getStyler().setyAxisTickLabelsFormattingFunction(Numbers::brief);
        }
    }

    private P step(Consumer<XYChart> step) {
        steps.add(step);
        return self();
    }

    private static void requirePositive(
            String name, String axis, double[] values, boolean logarithmic) {
        double least = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(1);
        if (logarithmic && least <= 0) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has the %s value %s, which has no place on a logarithmic axis. Draw positive values only, or use a linear axis."
                            .formatted(name, axis, least));
        }
    }
}
