package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Theme;

/**
 * The frame of a picture of a plane: color bands, a contour line, two axes.
 *
 * @param area where the plane lies in the picture
 * @param grid the values to paint
 */
record PlaneFrame(Rectangle2D area, PlaneGrid grid) {

    /** Leaves room for a title at the top and for the axes at the left and bottom. */
    static PlaneFrame inside(int width, int height, PlaneGrid grid) {
        return new PlaneFrame(
                new Rectangle2D.Double(66, 44, width - 66 - 22, height - 44 - 54), grid);
    }

    /** The horizontal position of a value in the picture. */
    double x(double value) {
        return new Frame(area).x(grid.x(), value);
    }

    /** The vertical position of a value in the picture. */
    double y(double value) {
        return new Frame(area).y(grid.y(), value);
    }

    /** Graphics clipped to the plane, which the caller must dispose of. */
    Graphics2D clipped(Graphics2D graphics) {
        Graphics2D inside = (Graphics2D) graphics.create();
        inside.clip(area);
        return inside;
    }

    /** Paints the values in bands, which show their slope and keep the file small. */
    void paintBands(Graphics2D graphics, int bands, ColorScale scale) {
        int width = ((int) area.getWidth()) * Figure.SCALE;
        int height = ((int) area.getHeight()) * Figure.SCALE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                double value = grid.at((i + 0.5) / width, 1 - (j + 0.5) / height);
                image.setRGB(i, j, scale.color(band(value, bands, scale)).getRGB());
            }
        }
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(1.0 / Figure.SCALE, 1.0 / Figure.SCALE);
        graphics.drawImage(image, place, null);
    }

    /** The center of the band that contains a value. */
    private static double band(double value, int bands, ColorScale scale) {
        double share = (value - scale.from()) / (scale.to() - scale.from());
        double clipped = Math.max(0, Math.min(share, 1 - 1e-9));
        double middle = (Math.floor(clipped * bands) + 0.5) / bands;
        return Double.isNaN(value) ? value : scale.from() + middle * (scale.to() - scale.from());
    }

    void paintContour(Graphics2D graphics, double level) {
        var place =
                new AffineTransform(
                        area.getWidth(), 0, 0, -area.getHeight(), area.getX(), area.getMaxY());
        graphics.setColor(Theme.INK);
        graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(place.createTransformedShape(grid.contour(level)));
    }

    void paintAxes(Graphics2D graphics, String xTitle, String yTitle) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Theme.FRAME);
        graphics.draw(area);
        Frame frame = new Frame(area);
        frame.paintTicksX(graphics, grid.x());
        frame.paintTicksY(graphics, grid.y());
        frame.paintTitles(graphics, xTitle, yTitle);
    }
}
