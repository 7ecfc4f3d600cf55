package openweights.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import openweights.chart.Series.Style;
import org.jspecify.annotations.Nullable;

/**
 * Pictures over two numeric axes.
 *
 * @param <P> the kind itself
 */
public abstract class XyPicture<P extends XyPicture<P>> extends Picture<P> {

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

    /** The axes' titles: what is measured, and its unit if it has one. */
    public final P axes(String x, String y) {
        xTitle = x;
        yTitle = y;
        return self();
    }

    /** Limits of the horizontal axis, instead of those of the data. */
    public final P xRange(double from, double to) {
        xRange = new Axis(from, to);
        return self();
    }

    /** Limits of the vertical axis, so that two pictures can be compared. */
    public final P yRange(double from, double to) {
        yRange = new Axis(from, to);
        return self();
    }

    /** Equal ratios take equal lengths on the horizontal axis. Values must be positive. */
    public final P logX() {
        logarithmicX = true;
        return self();
    }

    /** Equal ratios take equal lengths on the vertical axis. Values must be positive. */
    public final P logY() {
        logarithmicY = true;
        return self();
    }

    /** Adds a series in the next color, dash and marker. Values that are not finite leave gaps. */
    final P series(String name, double[] x, double[] y, Style style) {
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
        if (series.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException(
                    "There is a series \"%s\" already. Give each its own name.".formatted(name));
        }
        series.add(new Series(name, x.clone(), y.clone(), style));
        return self();
    }

    @Override
    final Painting painting() {
        if (series.isEmpty()) {
            throw new IllegalStateException(
                    "The picture \"%s\" has nothing to draw. Add a series first.".formatted(title));
        }
        return new XyPainting(
                title,
                new XyPainting.Scale(xTitle, xRange, values(true), logarithmicX),
                new XyPainting.Scale(yTitle, yRange, values(false), logarithmicY),
                List.copyOf(series));
    }

    /** All finite values along one axis, in order. */
    private double[] values(boolean horizontal) {
        boolean logarithmic = horizontal ? logarithmicX : logarithmicY;
        double[] all = {};
        for (Series one : series) {
            double[] values = horizontal ? one.x() : one.y();
            double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
            if (logarithmic) {
                requirePositive(one.name(), horizontal ? "x" : "y", finite);
            }
            all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(finite)).toArray();
        }
        Arrays.sort(all);
        return all;
    }

    private static void requirePositive(String name, String axis, double[] values) {
        double least = Arrays.stream(values).min().orElse(1);
        if (least <= 0) {
            throw new IllegalArgumentException(
                    "Series \"%s\" has the %s value %s, which has no place on a logarithmic axis. Draw positive values only, or use a linear axis."
                            .formatted(name, axis, least));
        }
    }
}
