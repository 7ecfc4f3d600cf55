package openweights.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The common look of all charts: dark on opaque white, which is readable on any page, and series
 * that differ in color, dash pattern and marker, which are readable without color.
 */
public final class Theme {

    public static final Color PAPER = Color.WHITE;
    public static final Color INK = new Color(0x1f2937);
    public static final Color QUIET_INK = new Color(0x4b5563);
    public static final Color GRID = new Color(0xdcdfe4);
    public static final Color FRAME = new Color(0x9ca3af);

    public static final double TITLE_SIZE = 16;
    public static final double TEXT_SIZE = 13;
    public static final int MARKER_SIZE = 8;

    /** Distinguishable with all common kinds of color blindness; after Okabe and Ito. */
    private static final List<Color> COLORS =
            List.of(
                    new Color(0x0072b2),
                    new Color(0xd55e00),
                    new Color(0x009e73),
                    new Color(0xcc79a7),
                    new Color(0x56b4e9),
                    new Color(0xe69f00),
                    new Color(0x444444));

    private static final List<float[]> DASHES =
            List.of(
                    new float[] {1, 0},
                    new float[] {9, 4},
                    new float[] {2, 4},
                    new float[] {12, 4, 2, 4},
                    new float[] {5, 3},
                    new float[] {16, 5},
                    new float[] {8, 3, 2, 3, 2, 3});

    private static final List<Marker> MARKERS =
            List.of(
                    SeriesMarkers.CIRCLE,
                    SeriesMarkers.DIAMOND,
                    SeriesMarkers.SQUARE,
                    SeriesMarkers.TRIANGLE_UP,
                    SeriesMarkers.TRIANGLE_DOWN,
                    SeriesMarkers.CROSS,
                    SeriesMarkers.PLUS);

    private Theme() {}

    public static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    public static Marker marker(int series) {
        return MARKERS.get(series % MARKERS.size());
    }

    public static Color translucent(int series) {
        Color color = color(series);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 90);
    }

    public static void drawMarker(Graphics2D graphics, int series, double x, double y) {
        graphics.setColor(color(series));
        marker(series).paint(graphics, x, y, MARKER_SIZE);
    }

    /**
     * The dash patterns shift after the last color, so that a color never repeats with the same
     * pattern.
     */
    public static BasicStroke line(int series) {
        float[] dash = DASHES.get((series + series / COLORS.size()) % DASHES.size());
        return new BasicStroke(
                2.2f,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dash[1] == 0 ? null : dash,
                0);
    }

    public static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    public static void title(Graphics2D graphics, String title, int width) {
        graphics.setColor(INK);
        Typeface.draw(graphics, title, Typeface.semibold(TITLE_SIZE), width / 2.0, 22, 0.5, 0.5);
    }

    /** Sets a chart's titles and applies the common look. The legend is drawn separately. */
    public static void apply(
            Chart<? extends AxesChartStyler, ?> chart, String title, String x, String y) {
        chart.setTitle(title);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        AxesChartStyler styler = chart.getStyler();
        styler.setBaseFont(Typeface.regular(TEXT_SIZE))
                .setChartBackgroundColor(PAPER)
                .setChartFontColor(INK)
                .setChartPadding(10)
                .setChartTitleFont(Typeface.semibold(TITLE_SIZE))
                .setChartTitlePadding(8)
                .setChartTitleVisible(!title.isEmpty())
                .setChartTitleBoxVisible(false)
                .setPlotBackgroundColor(PAPER)
                .setPlotBorderVisible(false)
                .setPlotContentSize(0.94)
                .setLegendVisible(false)
                .setMarkerSize(MARKER_SIZE)
                .setToolTipsEnabled(false);
        styler.setAxisTitleFont(Typeface.regular(TEXT_SIZE))
                .setXAxisTitleVisible(!x.isEmpty())
                .setYAxisTitleVisible(!y.isEmpty())
                .setAxisTickLabelsFont(Typeface.regular(TEXT_SIZE))
                .setAxisTickLabelsColor(QUIET_INK)
                .setAxisTickMarksColor(FRAME)
                .setAxisTicksLineVisible(false)
                .setAxisTickMarkLength(4)
                .setAxisTitlePadding(10)
                .setPlotMargin(0)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setXAxisTickMarkSpacingHint(80)
                .setYAxisTickMarkSpacingHint(46)
                .setDecimalPattern("#,##0.########");
        styler.setLocale(Locale.ROOT).setTimezone(TimeZone.getTimeZone("UTC"));
    }
}
