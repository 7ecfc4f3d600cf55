package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Collection;
import java.util.List;
import openweights.chart.Diagram.Arrow;
import openweights.chart.Diagram.Box;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** Paints the arrows of a diagram, then its boxes over them. */
record DiagramPainting(String title, List<Box> boxes, List<Arrow> arrows, List<String> kinds)
        implements Painting {

    static final int TOP = 46;
    static final int BOTTOM = 44;
    static final int SIDE = 26;

    private static final double HALF_HEIGHT = 19;
    private static final double GAP_BETWEEN = 18;
    private static final double LINE = 15;
    private static final double HEAD = 8;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);
    private static final Font SMALL = Typeface.regular(12);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        double indent = (width - gridWidth(boxes)) / 2;
        graphics.translate(indent, 0);
        graphics.setColor(Theme.QUIET_INK);
        graphics.setStroke(new BasicStroke(1.6f));
        arrows.forEach(arrow -> paintArrow(graphics, arrow));
        boxes.forEach(box -> paintBox(graphics, box));
        graphics.translate(-indent, 0);
        paintLegend(graphics, width, height - BOTTOM / 2.0);
    }

    /** The width that the boxes need, with room for an arrow at the left. */
    static double gridWidth(Collection<Box> boxes) {
        double last = boxes.stream().mapToDouble(Box::column).max().orElse(0);
        return (last + 1) * Diagram.COLUMN_WIDTH + 2 * SIDE;
    }

    /** The width that the legend needs. */
    static double legendWidth(List<String> kinds) {
        return kinds.stream().mapToDouble(DiagramPainting::legendWidth).sum();
    }

    private static Point2D center(Box box) {
        return new Point2D.Double(
                SIDE + (box.column() + 0.5) * Diagram.COLUMN_WIDTH,
                TOP + (box.row() + 0.5) * Diagram.ROW_HEIGHT);
    }

    private static double halfWidth() {
        return (Diagram.COLUMN_WIDTH - GAP_BETWEEN) / 2;
    }

    private void paintArrow(Graphics2D graphics, Arrow arrow) {
        if (arrow.around()) {
            paintAround(graphics, arrow);
            return;
        }
        Point2D begin = border(center(arrow.from()), center(arrow.to()));
        Point2D end = border(center(arrow.to()), center(arrow.from()));
        graphics.draw(new Line2D.Double(begin, end));
        paintHead(graphics, begin, end);
    }

    /**
     * Out at the left of one box, past all boxes in the rows between, and into the left of the
     * other.
     */
    private void paintAround(Graphics2D graphics, Arrow arrow) {
        double top = Math.min(arrow.from().row(), arrow.to().row());
        double bottom = Math.max(arrow.from().row(), arrow.to().row());
        double leftmost =
                boxes.stream()
                        .filter(box -> box.row() >= top && box.row() <= bottom)
                        .mapToDouble(box -> center(box).getX())
                        .min()
                        .orElseThrow();
        double side = leftmost - halfWidth() - SIDE * 0.7;
        Point2D from = center(arrow.from());
        Point2D to = center(arrow.to());
        Path2D path = new Path2D.Double();
        path.moveTo(from.getX() - halfWidth(), from.getY());
        path.lineTo(side, from.getY());
        path.lineTo(side, to.getY());
        path.lineTo(to.getX() - halfWidth(), to.getY());
        graphics.draw(path);
        paintHead(
                graphics,
                new Point2D.Double(side, to.getY()),
                new Point2D.Double(to.getX() - halfWidth(), to.getY()));
    }

    /** Where the line from the middle of a box toward a point crosses the box's border. */
    private static Point2D border(Point2D middle, Point2D toward) {
        double dx = toward.getX() - middle.getX();
        double dy = toward.getY() - middle.getY();
        double share =
                Math.min(
                        dx == 0 ? Double.MAX_VALUE : halfWidth() / Math.abs(dx),
                        dy == 0 ? Double.MAX_VALUE : HALF_HEIGHT / Math.abs(dy));
        return new Point2D.Double(middle.getX() + share * dx, middle.getY() + share * dy);
    }

    private static void paintHead(Graphics2D graphics, Point2D from, Point2D tip) {
        double angle = Math.atan2(tip.getY() - from.getY(), tip.getX() - from.getX());
        Path2D head = new Path2D.Double();
        head.moveTo(tip.getX(), tip.getY());
        for (double turn : new double[] {0.42, -0.42}) {
            head.lineTo(
                    tip.getX() - HEAD * Math.cos(angle + turn),
                    tip.getY() - HEAD * Math.sin(angle + turn));
        }
        head.closePath();
        graphics.fill(head);
    }

    private static void paintBox(Graphics2D graphics, Box box) {
        Point2D middle = center(box);
        paintFrame(graphics, middle.getX(), middle.getY(), halfWidth(), HALF_HEIGHT, box.kind());
        graphics.setColor(Theme.INK);
        String[] lines = box.text().split("\n");
        for (int i = 0; i < lines.length; i++) {
            double y = middle.getY() + (i - (lines.length - 1) / 2.0) * LINE;
            Typeface.draw(graphics, lines[i], TEXT, middle.getX(), y, 0.5, 0.5);
        }
    }

    private static void paintFrame(
            Graphics2D graphics,
            double x,
            double y,
            double halfWidth,
            double halfHeight,
            int kind) {
        var frame =
                new RoundRectangle2D.Double(
                        x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, 10, 10);
        graphics.setColor(Theme.PAPER);
        graphics.fill(frame);
        Color color = Theme.color(kind);
        graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 38));
        graphics.fill(frame);
        graphics.setColor(color);
        graphics.setStroke(Theme.line(kind));
        graphics.draw(frame);
    }

    private void paintLegend(Graphics2D graphics, int width, double y) {
        List<String> named = kinds.stream().filter(kind -> !kind.isBlank()).toList();
        double x = (width - legendWidth(named)) / 2;
        for (String kind : named) {
            paintFrame(graphics, x + 10, y, 10, 7, kinds.indexOf(kind));
            graphics.setColor(Theme.INK);
            Typeface.draw(graphics, kind, SMALL, x + 26, y, 0, 0.5);
            x += legendWidth(kind);
        }
    }

    private static double legendWidth(String kind) {
        return kind.isBlank() ? 0 : 26 + Typeface.width(kind, SMALL) + 18;
    }
}
