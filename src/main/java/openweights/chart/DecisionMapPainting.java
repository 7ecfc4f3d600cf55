package openweights.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Legend;
import openweights.chart.draw.Theme;

/** Paints color bands, the decision boundary, axes, points and a legend. */
record DecisionMapPainting(
        String title,
        String xTitle,
        String yTitle,
        PlaneGrid grid,
        List<DecisionMap.PointClass> classes)
        implements Painting {

    private static final int BANDS = 10;

    /** Light colors, so that points stand out. */
    private static final ColorScale FIELD =
            new ColorScale(0, 1, 0x6aaed6, 0xb7d4ea, 0xf4f7fa, 0xfdd0a2, 0xf5a05a);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Legend legend = legend();
        int below = legend.height(width);
        Theme.title(graphics, title, width);
        PlaneFrame frame = PlaneFrame.inside(width, height - below, grid);
        frame.paintBands(graphics, BANDS, FIELD);
        frame.paintContour(graphics, 0.5);
        frame.paintAxes(graphics, xTitle, yTitle);
        paintPoints(graphics, frame);
        legend.paint(graphics, width, height - below - 6);
    }

    private void paintPoints(Graphics2D graphics, PlaneFrame frame) {
        Graphics2D inside = frame.clipped(graphics);
        for (int i = 0; i < classes.size(); i++) {
            for (double[] point : classes.get(i).points()) {
                paintPoint(inside, i, frame.x(point[0]), frame.y(point[1]));
            }
        }
        inside.dispose();
    }

    /** A marker on a white disk, so that it is visible on its own color too. */
    private static void paintPoint(Graphics2D graphics, int index, double x, double y) {
        double halo = Theme.MARKER_SIZE / 2.0 + 1.8;
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(x - halo, y - halo, 2 * halo, 2 * halo));
        Theme.drawMarker(graphics, index, x, y);
    }

    private Legend legend() {
        return new Legend(
                IntStream.range(0, classes.size())
                        .mapToObj(
                                i ->
                                        new Legend.Entry(
                                                classes.get(i).name(), Legend.Sample.marker(i)))
                        .toList());
    }
}
