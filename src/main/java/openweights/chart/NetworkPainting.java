package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** Paints a network from left to right: large weights over small ones, units over weights. */
record NetworkPainting(
        String title,
        List<NetworkDiagram.Layer> layers,
        List<String> inputs,
        List<String> outputs,
        double limit,
        boolean values)
        implements Painting {

    /** The width that the legend needs. */
    static final int LEGEND_WIDTH = 340;

    private static final int TOP = 50;
    private static final int BOTTOM = 56;
    private static final double MAX_LINE_WIDTH = 7;
    private static final double RADIUS = 17;
    private static final double NAME_GAP = 8;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);
    private static final Font SMALL = Typeface.regular(12);

    private record Edge(Point2D from, Point2D to, double weight, double labelAt) {}

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        List<Point2D[]> columns = columns(width, height);
        List<Edge> edges = edges(columns);
        edges.forEach(edge -> paintEdge(graphics, edge));
        if (values) {
            edges.forEach(edge -> paintValue(graphics, edge));
        }
        for (int column = 0; column < columns.size(); column++) {
            paintUnits(graphics, columns.get(column), column);
        }
        paintLegend(graphics, width, height - 22);
    }

    private List<Point2D[]> columns(int width, int height) {
        List<Point2D[]> columns = new ArrayList<>();
        for (int i = 0; i <= layers.size(); i++) {
            int count = i == 0 ? layers.get(0).weights().length : layers.get(i - 1).biases().length;
            double x = space(inputs) + (width - space(inputs) - space(outputs)) * i / layers.size();
            columns.add(column(x, count, height));
        }
        return columns;
    }

    private static Point2D[] column(double x, int count, int height) {
        double middle = (TOP + height - BOTTOM) / 2.0;
        double step = Math.min(84, (height - TOP - BOTTOM - 2 * RADIUS) / Math.max(1, count - 1));
        Point2D[] units = new Point2D[count];
        for (int i = 0; i < count; i++) {
            units[i] = new Point2D.Double(x, middle + (i - (count - 1) / 2.0) * step);
        }
        return units;
    }

    /** All edges, those with the smallest weights first. */
    private List<Edge> edges(List<Point2D[]> columns) {
        List<Edge> edges = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            double[][] weights = layers.get(layer).weights();
            Point2D[] from = columns.get(layer);
            Point2D[] to = columns.get(layer + 1);
            double labelAt = from.length >= to.length ? 0.3 : 0.7;
            for (int i = 0; i < from.length; i++) {
                for (int j = 0; j < to.length; j++) {
                    edges.add(new Edge(from[i], to[j], weights[i][j], labelAt));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> Math.abs(edge.weight())));
        return edges;
    }

    private void paintEdge(Graphics2D graphics, Edge edge) {
        graphics.setColor(lineColor(edge.weight()));
        graphics.setStroke(stroke(edge.weight()));
        graphics.draw(new Line2D.Double(edge.from(), edge.to()));
    }

    /** Almost half of full color even near zero, so that weak lines remain visible. */
    private Color lineColor(double weight) {
        double share = Math.min(1, Math.abs(weight) / limit);
        double value = Math.copySign(0.3 + 0.4 * share, weight);
        return ColorScale.diverging(1).color(weight == 0 ? 0.12 : value);
    }

    private BasicStroke stroke(double weight) {
        double share = Math.min(1, Math.abs(weight) / limit);
        float wide = (float) (0.8 + (MAX_LINE_WIDTH - 0.8) * share);
        float[] dash = weight < 0 ? new float[] {7 + wide, 3 + wide / 2} : null;
        return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static void paintValue(Graphics2D graphics, Edge edge) {
        String text = Numbers.fixed(edge.weight(), 2);
        double x = edge.from().getX() + edge.labelAt() * (edge.to().getX() - edge.from().getX());
        double y = edge.from().getY() + edge.labelAt() * (edge.to().getY() - edge.from().getY());
        double half = Typeface.width(text, SMALL) / 2 + 4;
        graphics.setColor(Theme.PAPER);
        graphics.fill(new RoundRectangle2D.Double(x - half, y - 9, 2 * half, 18, 8, 8));
        graphics.setColor(Theme.INK);
        Typeface.draw(graphics, text, SMALL, x, y, 0.5, 0.5);
    }

    private void paintUnits(Graphics2D graphics, Point2D[] units, int column) {
        List<String> names = names(column);
        for (int i = 0; i < units.length; i++) {
            double bias = column == 0 ? 0 : layers.get(column - 1).biases()[i];
            ColorScale scale = ColorScale.diverging(limit);
            double shown = Math.max(-limit, Math.min(limit, bias)) * 0.7;
            paintUnit(graphics, units[i], scale.color(shown));
            if (i < names.size() && fits(names)) {
                graphics.setColor(scale.inkOn(shown));
                Typeface.draw(
                        graphics, names.get(i), TEXT, units[i].getX(), units[i].getY(), 0.5, 0.5);
            } else if (i < names.size()) {
                paintBeside(graphics, names.get(i), units[i], column == 0);
            }
        }
    }

    private List<String> names(int column) {
        if (column == 0) {
            return inputs;
        }
        return column == layers.size() ? outputs : layers.get(column - 1).names();
    }

    private static void paintBeside(
            Graphics2D graphics, String name, Point2D unit, boolean atLeft) {
        double x = unit.getX() + (atLeft ? -1 : 1) * (RADIUS + NAME_GAP);
        graphics.setColor(Theme.INK);
        Typeface.draw(graphics, name, TEXT, x, unit.getY(), atLeft ? 1 : 0, 0.5);
    }

    /** The distance from the edge of the picture to the center of a layer's circles. */
    static double space(List<String> names) {
        return fits(names) ? 50 : 20 + widest(names) + NAME_GAP + RADIUS;
    }

    /** Whether the names fit into the circles. */
    private static boolean fits(List<String> names) {
        return widest(names) <= 2 * RADIUS - 8;
    }

    private static double widest(List<String> names) {
        return names.stream().mapToDouble(name -> Typeface.width(name, TEXT)).max().orElse(0);
    }

    private static void paintUnit(Graphics2D graphics, Point2D at, Color fill) {
        var circle =
                new Ellipse2D.Double(
                        at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
        graphics.setColor(fill);
        graphics.fill(circle);
        graphics.setColor(Theme.INK);
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(circle);
    }

    private void paintLegend(Graphics2D graphics, int width, double y) {
        String positive = "positive";
        String negative = "negative";
        String thickest = "thickest line: ±" + Numbers.brief(limit);
        double line = 34;
        double gap = 18;
        double total =
                2 * (line + 6)
                        + 2 * gap
                        + Typeface.width(positive, SMALL)
                        + Typeface.width(negative, SMALL)
                        + Typeface.width(thickest, SMALL);
        double x = width / 2.0 - total / 2;
        x = legendLine(graphics, x, y, line, limit * 0.4, positive) + gap;
        x = legendLine(graphics, x, y, line, -limit * 0.4, negative) + gap;
        Typeface.draw(graphics, thickest, SMALL, x, y, 0, 0.5);
    }

    private double legendLine(
            Graphics2D graphics, double x, double y, double length, double weight, String text) {
        paintEdge(
                graphics,
                new Edge(new Point2D.Double(x, y), new Point2D.Double(x + length, y), weight, 0));
        graphics.setColor(Theme.INK);
        Typeface.draw(graphics, text, SMALL, x + length + 6, y, 0, 0.5);
        return x + length + 6 + Typeface.width(text, SMALL);
    }
}
