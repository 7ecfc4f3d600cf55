package openweights.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Figures side by side, on lines that stay readable on a page. */
record Row(List<List<Figure>> lines) implements Painting {

    /** A notebook shrinks wider pictures, and their text, to about a thousand pixels. */
    private static final int MAX_WIDTH = 1300;

    static Row of(List<Figure> figures) {
        int lineCount = 1 + (width(figures) - 1) / MAX_WIDTH;
        int perLine = (figures.size() + lineCount - 1) / lineCount;
        List<List<Figure>> lines = new ArrayList<>();
        List<Figure> line = List.of();
        for (Figure figure : figures) {
            boolean full = line.size() == perLine || width(line) + figure.width() > MAX_WIDTH;
            if (lines.isEmpty() || full) {
                line = new ArrayList<>();
                lines.add(line);
            }
            line.add(figure);
        }
        return new Row(lines);
    }

    int width() {
        return lines.stream().mapToInt(Row::width).max().orElse(0);
    }

    int height() {
        return lines.stream().mapToInt(Row::height).sum();
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        int top = 0;
        for (List<Figure> line : lines) {
            int left = 0;
            for (Figure figure : line) {
                Graphics2D place =
                        (Graphics2D) graphics.create(left, top, figure.width(), figure.height());
                figure.paint(place);
                place.dispose();
                left += figure.width();
            }
            top += height(line);
        }
    }

    private static int width(List<Figure> line) {
        return line.stream().mapToInt(Figure::width).sum();
    }

    private static int height(List<Figure> line) {
        return line.stream().mapToInt(Figure::height).max().orElse(0);
    }
}
