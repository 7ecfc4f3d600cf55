package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
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
        var area = new Rectangle2D.Double(64, 44, width - 64 - 22, height - 44 - 52 - legend);
        paintField(graphics, area);
        paintBoundary(graphics, area);
        paintAxes(graphics, area);
        Graphics2D inside = (Graphics2D) graphics.create();
        inside.clip(area);
        for (int i = 0; i < classes.size(); i++) {
            for (double[] point : classes.get(i).points()) {
                double x = area.getX() + grid.x().share(point[0]) * area.getWidth();
                double y = area.getMaxY() - grid.y().share(point[1]) * area.getHeight();
                paintPoint(inside, i, x, y);
            }
        }
        inside.dispose();
        paintLegend(graphics, area.getCenterX(), height - 22);
    }

    /** In bands, which show the slope of the field and keep the file small. */
    private void paintField(Graphics2D graphics, Rectangle2D area) {
        int width = (int) area.getWidth() * Figure.SCALE;
        int height = (int) area.getHeight() * Figure.SCALE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                double value = grid.at((i + 0.5) / width, 1 - (j + 0.5) / height);
                image.setRGB(i, j, FIELD.colour(band(value)).getRGB());
            }
        }
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(1.0 / Figure.SCALE, 1.0 / Figure.SCALE);
        graphics.drawImage(image, place, null);
    }

    private static double band(double value) {
        double clipped = Math.max(0, Math.min(value, 1 - 1e-9));
        return Double.isNaN(value) ? value : (Math.floor(clipped * BANDS) + 0.5) / BANDS;
    }

    private void paintBoundary(Graphics2D graphics, Rectangle2D area) {
        var place =
                new AffineTransform(
                        area.getWidth(), 0, 0, -area.getHeight(), area.getX(), area.getMaxY());
        graphics.setColor(Theme.INK);
        graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(place.createTransformedShape(grid.contour(0.5)));
    }

    private void paintAxes(Graphics2D graphics, Rectangle2D area) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Theme.FRAME);
        graphics.draw(area);
        for (double tick : grid.x().ticks()) {
            double x = area.getX() + grid.x().share(tick) * area.getWidth();
            graphics.setColor(Theme.FRAME);
            graphics.draw(new Line2D.Double(x, area.getMaxY(), x, area.getMaxY() + 4));
            graphics.setColor(Theme.QUIET_INK);
            Typeface.draw(graphics, Numbers.brief(tick), TEXT, x, area.getMaxY() + 14, 0.5, 0.5);
        }
        for (double tick : grid.y().ticks()) {
            double y = area.getMaxY() - grid.y().share(tick) * area.getHeight();
            graphics.setColor(Theme.FRAME);
            graphics.draw(new Line2D.Double(area.getX() - 4, y, area.getX(), y));
            graphics.setColor(Theme.QUIET_INK);
            Typeface.draw(graphics, Numbers.brief(tick), TEXT, area.getX() - 8, y, 1, 0.5);
        }
        graphics.setColor(Theme.INK);
        Typeface.draw(graphics, xTitle, TEXT, area.getCenterX(), area.getMaxY() + 37, 0.5, 0.5);
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, 18, area.getCenterY());
        Typeface.draw(turned, yTitle, TEXT, 18, area.getCenterY(), 0.5, 0.5);
        turned.dispose();
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
