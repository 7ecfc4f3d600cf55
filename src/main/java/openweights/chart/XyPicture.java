package openweights.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import openweights.chart.Series.Style;
import openweights.chart.draw.Axis;
import org.jspecify.annotations.Nullable;

/**
 * The common part of charts with two numeric axes.
 *
 * @param <P> the builder's own type
 */
public abstract sealed class XyPicture<P extends XyPicture<P>> extends Picture<P>
        permits HistogramChart, LineChart, ScatterChart {

    private final List<Series> series = new ArrayList<>();
    private String xTitle = "";
    private String yTitle = "";
    private @Nullable Axis xRange;
    private @Nullable Axis yRange;
    private boolean logarithmicX;
    private boolean logarithmicY;

    XyPicture(String title) {
        super(title);
    }

    /** Sets the titles of the axes: the quantity, and its unit if it has one. */
    public final P axes(String x, String y) {
        xTitle = x;
        yTitle = y;
        return self();
    }

    /** Sets the limits of the horizontal axis, which are those of the data by default. */
    public final P xRange(double from, double to) {
        xRange = new Axis(from, to);
        return self();
    }

    /** Sets the limits of the vertical axis, so that charts can be compared. */
    public final P yRange(double from, double to) {
        yRange = new Axis(from, to);
        return self();
    }

    /** Makes the horizontal axis logarithmic. Values must be positive. */
    public final P logX() {
        logarithmicX = true;
        return self();
    }

    /** Makes the vertical axis logarithmic. Values must be positive. */
    public final P logY() {
        logarithmicY = true;
        return self();
    }

    /**
     * Adds a series with the next color, dash pattern and marker. Values that are not finite leave
     * gaps.
     */
    final P series(String name, double[] x, double[] y, Style style) {
        return series(new Series(name, x.clone(), y.clone(), style));
    }

    /** Adds a series; see {@link #series(String, double[], double[], Style)}. */
    final P series(Series added) {
        String name = added.name();
        double[] x = added.x();
        double[] y = added.y();
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has %s x values and %s y values. Give one y for each x."
                            .formatted(name, x.length, y.length));
        }
        if (Arrays.stream(y).noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "Series \"%s\": none of the %s values is finite, so there is nothing to draw. Look at the values."
                            .formatted(name, y.length));
        }
        if (series.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException(
                    "There already is a series \"%s\". Give each series its own name."
                            .formatted(name));
        }
        series.add(added);
        return self();
    }

    @Override
    final Painting painting() {
        if (series.isEmpty()) {
            throw new IllegalStateException(
                    "The chart \"%s\" has nothing to draw. Add a series first.".formatted(title));
        }
        return new XyPainting(
                title,
                new XyPainting.Scale(xTitle, xRange, values(true), logarithmicX),
                new XyPainting.Scale(yTitle, yRange, values(false), logarithmicY),
                List.copyOf(series));
    }

    @Override
    String description() {
        return kind()
                + axes()
                + series.stream().map(SeriesDescription::of).collect(Collectors.joining(" "));
    }

    /** The kind of chart, such as {@code Line chart}. */
    abstract String kind();

    /** The axes in words. */
    final String axes() {
        String up = yTitle.isEmpty() ? "" : " of " + axis(yTitle, logarithmicY);
        String across = xTitle.isEmpty() ? "" : " against " + axis(xTitle, logarithmicX);
        return up + across + ". ";
    }

    private static String axis(String title, boolean logarithmic) {
        return title + (logarithmic && !title.contains("logarithmic") ? " (logarithmic)" : "");
    }

    /** All finite values along an axis, in ascending order. */
    private double[] values(boolean horizontal) {
        boolean logarithmic = horizontal ? logarithmicX : logarithmicY;
        double[] all = {};
        for (Series each : series) {
            double[] values = horizontal ? each.x() : each.heights();
            double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
            if (logarithmic) {
                requirePositive(each.name(), horizontal ? "x" : "y", finite);
            }
            all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(finite)).toArray();
        }
        Arrays.sort(all);
        return all;
    }

    private static void requirePositive(String name, String axis, double[] values) {
        double min = Arrays.stream(values).min().orElse(1);
        if (min <= 0) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has the %s value %s, which cannot be drawn on a logarithmic axis. Draw only positive values, or use a linear axis."
                            .formatted(name, axis, min));
        }
    }
}
