package openweights.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named points over two numeric axes.
 *
 * @param y values that are not finite are skipped, which leaves a gap in a line
 * @param band the lower and the upper edge of a band around the line, one value for each x; null
 *     for none
 */
record Series(String name, double[] x, double[] y, Style style, double @Nullable [][] band) {

    Series(String name, double[] x, double[] y, Style style) {
        this(name, x, y, style, null);
    }

    /** How a series is drawn. */
    enum Style {
        LINE,
        MARKED_LINE,
        POINTS,
        AREA
    }

    /** Maps a data point to its place in the picture. */
    @FunctionalInterface
    interface Place {
        Point2D of(double x, double y);
    }

    /** Draws the series in the color, dash pattern and marker of its number. */
    void paint(Graphics2D graphics, Place place, int number) {
        if (band != null) {
            graphics.setColor(Theme.translucent(number));
            graphics.fill(bandPath(place, band[0], band[1]));
        }
        if (style == Style.AREA) {
            graphics.setColor(Theme.translucent(number));
            graphics.fill(path(place));
        }
        if (style != Style.POINTS) {
            graphics.setColor(Theme.color(number));
            graphics.setStroke(Theme.line(number));
            graphics.draw(path(place));
        }
        if (style == Style.POINTS || style == Style.MARKED_LINE) {
            paintMarkers(graphics, place, number);
        }
    }

    Legend.Entry legend(int number) {
        Legend.Sample sample =
                style == Style.POINTS
                        ? Legend.Sample.marker(number)
                        : Legend.Sample.line(number, style == Style.MARKED_LINE);
        return new Legend.Entry(name, sample);
    }

    private Path2D path(Place place) {
        Path2D path = new Path2D.Double();
        boolean gap = true;
        for (int i = 0; i < x.length; i++) {
            if (!isFinite(i)) {
                gap = true;
                continue;
            }
            Point2D point = place.of(x[i], y[i]);
            if (gap) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
            gap = false;
        }
        return path;
    }

    /** Along the upper edge to the right, and back along the lower one. */
    private Path2D bandPath(Place place, double[] low, double[] high) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 2 * x.length; i++) {
            boolean upper = i < x.length;
            int at = upper ? i : 2 * x.length - 1 - i;
            Point2D point = place.of(x[at], upper ? high[at] : low[at]);
            if (i == 0) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
        path.closePath();
        return path;
    }

    /** The values up to which the vertical axis must reach. */
    double[] heights() {
        return band == null
                ? y
                : Stream.of(y, band[0], band[1]).flatMapToDouble(DoubleStream::of).toArray();
    }

    private void paintMarkers(Graphics2D graphics, Place place, int number) {
        for (int i = 0; i < x.length; i++) {
            if (isFinite(i)) {
                Point2D point = place.of(x[i], y[i]);
                Theme.drawMarker(graphics, number, point.getX(), point.getY());
            }
        }
    }

    private boolean isFinite(int i) {
        return Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }
}
