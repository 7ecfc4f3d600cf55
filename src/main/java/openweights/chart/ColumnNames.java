package openweights.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/**
 * Names below the columns of a heat map, rotated by 90 degrees if they would take too much room
 * side by side.
 */
record ColumnNames(List<String> names, int columns) {

    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** The maximum total width of names side by side. */
    private static final int MAX_WIDTH = 720;

    private static final int GAP = 12;

    /** The minimum width of a column, given its name. */
    double columnWidth() {
        if (names.isEmpty()) {
            return 0;
        }
        return isRotated() ? Theme.TEXT_SIZE + 3 : widest(names) + GAP;
    }

    int height() {
        return isRotated() ? (int) Math.ceil(widest(names)) + 2 * GAP : 2 * GAP;
    }

    /**
     * @param x the center of the column
     * @param top the bottom edge of the heat map
     */
    void paint(Graphics2D graphics, int column, double x, double top) {
        if (isRotated()) {
            graphics.translate(x, top + GAP / 2.0);
            graphics.rotate(-Math.PI / 2);
            Typeface.draw(graphics, names.get(column), TEXT, 0, 0, 1, 0.5);
            graphics.rotate(Math.PI / 2);
            graphics.translate(-x, -top - GAP / 2.0);
        } else {
            Typeface.draw(graphics, names.get(column), TEXT, x, top + 15, 0.5, 0.5);
        }
    }

    static double widest(List<String> names) {
        return names.stream().mapToDouble(name -> Typeface.width(name, TEXT)).max().orElse(0);
    }

    private boolean isRotated() {
        return columns * (widest(names) + GAP) > MAX_WIDTH;
    }
}
