package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** The rectangle in which data is drawn, with the ticks and titles around it. */
record Frame(Rectangle2D area) {

    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    double x(Axis axis, double value) {
        return area.getX() + axis.share(value) * area.getWidth();
    }

    double y(Axis axis, double value) {
        return area.getMaxY() - axis.share(value) * area.getHeight();
    }

    void paintTicksX(Graphics2D graphics, Axis axis) {
        for (double tick : axis.ticks()) {
            double x = x(axis, tick);
            line(graphics, x, area.getMaxY(), x, area.getMaxY() + 4);
            paintNameX(graphics, Numbers.brief(tick), x);
        }
    }

    void paintTicksY(Graphics2D graphics, Axis axis) {
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            line(graphics, area.getX() - 4, y, area.getX(), y);
            graphics.setColor(Theme.QUIET_INK);
            Typeface.draw(graphics, Numbers.brief(tick), TEXT, area.getX() - 8, y, 1, 0.5);
        }
    }

    void paintNameX(Graphics2D graphics, String name, double x) {
        graphics.setColor(Theme.QUIET_INK);
        Typeface.draw(graphics, name, TEXT, x, area.getMaxY() + 15, 0.5, 0.5);
    }

    void paintGridY(Graphics2D graphics, Axis axis) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Theme.GRID);
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            graphics.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
        }
    }

    void paintTitles(Graphics2D graphics, String x, String y) {
        graphics.setColor(Theme.INK);
        Typeface.draw(graphics, x, TEXT, area.getCenterX(), area.getMaxY() + 38, 0.5, 0.5);
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, 18, area.getCenterY());
        Typeface.draw(turned, y, TEXT, 18, area.getCenterY(), 0.5, 0.5);
        turned.dispose();
    }

    private static void line(Graphics2D graphics, double x1, double y1, double x2, double y2) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Theme.FRAME);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }
}
