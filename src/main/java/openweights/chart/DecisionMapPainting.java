package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Paints bands of colour, the line between the decisions, axes, points, and a legend. */
record DecisionMapPainting(
        String title,
        String xTitle,
        String yTitle,
        PlaneGrid grid,
        List<DecisionMap.PointClass> classes)
        implements Painting {

    private static final int BANDS = 10;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** Light, so that points stand out. */
    private static final ColourScale FIELD =
            new ColourScale(0, 1, 0x6aaed6, 0xb7d4ea, 0xf4f7fa, 0xfdd0a2, 0xf5a05a);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        int legend = classes.isEmpty() ? 0 : 30;
        PlaneFrame frame = PlaneFrame.inside(width, height - legend, grid);
        frame.paintBands(graphics, BANDS, FIELD);
        frame.paintContour(graphics, 0.5);
        frame.paintAxes(graphics, xTitle, yTitle);
        Graphics2D inside = frame.clipped(graphics);
        for (int i = 0; i < classes.size(); i++) {
            for (double[] point : classes.get(i).points()) {
                paintPoint(inside, i, frame.x(point[0]), frame.y(point[1]));
            }
        }
        inside.dispose();
        paintLegend(graphics, frame.area().getCenterX(), height - 22);
    }

    private void paintLegend(Graphics2D graphics, double centre, double y) {
        double gap = 28;
        double total =
                classes.stream().mapToDouble(c -> Typeface.width(c.name(), TEXT) + gap).sum();
        double x = centre - total / 2;
        for (int i = 0; i < classes.size(); i++) {
            paintPoint(graphics, i, x + 8, y);
            graphics.setColor(Theme.INK);
            Typeface.draw(graphics, classes.get(i).name(), TEXT, x + 17, y, 0, 0.5);
            x += Typeface.width(classes.get(i).name(), TEXT) + gap;
        }
    }

    private static void paintPoint(Graphics2D graphics, int index, double x, double y) {
        Shape shape = index % 2 == 0 ? circle(x, y, 4.6) : diamond(x, y, 6);
        graphics.setColor(Theme.colour(index));
        graphics.fill(shape);
        graphics.setStroke(new BasicStroke(1.3f));
        graphics.setColor(Color.WHITE);
        graphics.draw(shape);
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape diamond(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.lineTo(x - radius, y);
        path.closePath();
        return path;
    }
}
