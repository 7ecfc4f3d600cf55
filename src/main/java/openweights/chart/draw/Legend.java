package openweights.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The names of a picture's series, each next to a sample, in as many rows as needed. */
public record Legend(List<Entry> entries) {

    public static final int ROW_HEIGHT = 24;

    private static final double GAP = 22;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** A name and its sample. */
    public record Entry(String name, Sample sample) {

        double width() {
            return sample.width() + 7 + Typeface.width(name, TEXT);
        }
    }

    /** A sample of how a series is drawn. */
    public interface Sample {

        double width();

        /** Draws the sample from x to the right, vertically centered at y. */
        void draw(Graphics2D graphics, double x, double y);

        static Sample marker(int series) {
            return new Marked(series);
        }

        static Sample line(int series, boolean marked) {
            return new Line(series, marked);
        }

        static Sample area(Color color) {
            return new Area(color);
        }
    }

    private record Marked(int series) implements Sample {

        @Override
        public double width() {
            return 10;
        }

        @Override
        public void draw(Graphics2D graphics, double x, double y) {
            Theme.drawMarker(graphics, series, x + 5, y);
        }
    }

    private record Line(int series, boolean marked) implements Sample {

        @Override
        public double width() {
            return 34;
        }

        @Override
        public void draw(Graphics2D graphics, double x, double y) {
            graphics.setColor(Theme.color(series));
            graphics.setStroke(Theme.line(series));
            graphics.draw(new Line2D.Double(x, y, x + 34, y));
            if (marked) {
                Theme.drawMarker(graphics, series, x + 17, y);
            }
        }
    }

    private record Area(Color color) implements Sample {

        @Override
        public double width() {
            return 14;
        }

        @Override
        public void draw(Graphics2D graphics, double x, double y) {
            graphics.setColor(color);
            graphics.fill(new Rectangle2D.Double(x, y - 6, 14, 12));
        }
    }

    public int height(int width) {
        return rows(width).size() * ROW_HEIGHT;
    }

    /** Paints the rows from the top downwards, each horizontally centered. */
    public void paint(Graphics2D graphics, int width, double top) {
        double y = top + ROW_HEIGHT / 2.0;
        for (List<Entry> row : rows(width)) {
            double x = (width - rowWidth(row)) / 2;
            for (Entry entry : row) {
                entry.sample.draw(graphics, x, y);
                graphics.setStroke(new BasicStroke(1));
                graphics.setColor(Theme.INK);
                double left = x + entry.sample.width() + 7;
                Typeface.draw(graphics, entry.name, TEXT, left, y, 0, 0.5);
                x += entry.width() + GAP;
            }
            y += ROW_HEIGHT;
        }
    }

    private List<List<Entry>> rows(int width) {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        for (Entry entry : entries) {
            row.add(entry);
            if (row.size() > 1 && rowWidth(row) > width - 40) {
                row.remove(entry);
                rows.add(row);
                row = new ArrayList<>(List.of(entry));
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static double rowWidth(List<Entry> row) {
        return row.stream().mapToDouble(Entry::width).sum() + GAP * (row.size() - 1);
    }
}
