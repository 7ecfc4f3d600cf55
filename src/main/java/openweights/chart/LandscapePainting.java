package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Theme;

/** Paints bands of height, lighter for lower ones, and the path on top. */
record LandscapePainting(
        String title, String xTitle, String yTitle, PlaneGrid grid, double[][] path)
        implements Painting {

    private static final int BANDS = 14;
    private static final double RADIUS = 5;

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        PlaneFrame frame = PlaneFrame.inside(width, height, grid);
        frame.paintBands(graphics, BANDS, scale());
        frame.paintAxes(graphics, xTitle, yTitle);
        Graphics2D inside = frame.clipped(graphics);
        if (path[0].length > 0) {
            paintPath(inside, frame);
        }
        inside.dispose();
    }

    private ColorScale scale() {
        double[] finite = Arrays.stream(grid.values()).filter(Double::isFinite).toArray();
        double lowest = Arrays.stream(finite).min().orElse(0);
        double highest = Arrays.stream(finite).max().orElse(1);
        return ColorScale.sequential(lowest, highest > lowest ? highest : lowest + 1);
    }

    private void paintPath(Graphics2D graphics, PlaneFrame frame) {
        int last = path[0].length - 1;
        Path2D line = new Path2D.Double();
        line.moveTo(frame.x(path[0][0]), frame.y(path[1][0]));
        for (int i = 1; i <= last; i++) {
            line.lineTo(frame.x(path[0][i]), frame.y(path[1][i]));
        }
        graphics.setColor(Theme.color(1));
        graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line);
        graphics.fill(circle(frame, last));
        graphics.setColor(Theme.PAPER);
        graphics.fill(circle(frame, 0));
        graphics.setColor(Theme.color(1));
        graphics.draw(circle(frame, 0));
    }

    private Ellipse2D circle(PlaneFrame frame, int step) {
        double x = frame.x(path[0][step]);
        double y = frame.y(path[1][step]);
        return new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
}
