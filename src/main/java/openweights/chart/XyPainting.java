package openweights.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Legend;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Paints a chart with two numeric axes. XChart draws titles, axes and grid, and maps values to
 * positions. The series are drawn here, because XChart restarts the dash pattern at every point, so
 * that a line with many points looks solid.
 */
record XyPainting(String title, Scale x, Scale y, List<Series> series) implements Painting {

    /**
     * The properties of an axis.
     *
     * @param range null if it follows from the values
     * @param values all values in ascending order
     */
    record Scale(String title, @Nullable Axis range, double[] values, boolean logarithmic) {

        double min() {
            return range != null ? range.from() : values[0];
        }

        double max() {
            return range != null ? range.to() : values[values.length - 1];
        }

        double[] unevenlySpaced() {
            return new double[] {min(), min() + 0.3 * (max() - min()), max()};
        }
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Legend legend = legend();
        int below = legend.height(width);
        XYChart chart = axes();
        chart.paint(graphics, width, height - below);
        Theme.prepare(graphics);
        Graphics2D inside = (Graphics2D) graphics.create();
        inside.clip(visible(chart));
        for (int i = 0; i < series.size(); i++) {
            series.get(i).paint(inside, (u, v) -> place(chart, u, v), i);
        }
        inside.dispose();
        legend.paint(graphics, width, height - below - 6);
    }

    /** A new chart for each painting, because XChart modifies charts while painting. */
    private XYChart axes() {
        XYChart chart = new XYChart(640, 400);
        Theme.apply(chart, title, x.title, y.title);
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(x.logarithmic).setYAxisLogarithmic(y.logarithmic);
        if (!x.logarithmic) {
            styler.setxAxisTickLabelsFormattingFunction(Numbers::brief);
        }
        if (!y.logarithmic) {
            styler.setyAxisTickLabelsFormattingFunction(Numbers::brief);
        }
        if (x.range != null) {
            styler.setXAxisMin(x.range.from()).setXAxisMax(x.range.to());
        }
        if (y.range != null) {
            styler.setYAxisMin(y.range.from()).setYAxisMax(y.range.to());
        }
        addExtremes(chart);
        return chart;
    }

    /**
     * Adds an invisible series that spans the axes. At evenly spaced values XChart would place
     * ticks instead of at round numbers.
     */
    private void addExtremes(XYChart chart) {
        XYSeries extremes = chart.addSeries("extremes", x.unevenlySpaced(), y.unevenlySpaced());
        extremes.setLineStyle(SeriesLines.NONE);
        extremes.setMarker(SeriesMarkers.NONE);
    }

    private static Point2D place(XYChart chart, double x, double y) {
        return new Point2D.Double(chart.getScreenXFromChart(x), chart.getScreenYFromChart(y));
    }

    /** The plot area, enlarged by the size of a marker on its edge. */
    private Rectangle2D visible(XYChart chart) {
        Rectangle2D plot = new Rectangle2D.Double();
        plot.setFrameFromDiagonal(place(chart, x.min(), y.min()), place(chart, x.max(), y.max()));
        int room = Theme.MARKER_SIZE;
        return new Rectangle2D.Double(
                plot.getX() - room,
                plot.getY() - room,
                plot.getWidth() + 2 * room,
                plot.getHeight() + 2 * room);
    }

    private Legend legend() {
        int named = series.size() > 1 ? series.size() : 0;
        return new Legend(
                IntStream.range(0, named).mapToObj(i -> series.get(i).legend(i)).toList());
    }
}
