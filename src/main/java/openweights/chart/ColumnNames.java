package openweights.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Names below the columns of a map: side by side where there is room, and turned a quarter where
 * there would be none.
 */
record ColumnNames(List<String> names, int columns) {

    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** Side by side the names may make a map so wide. */
    private static final int ROOM = 720;

    private static final int GAP = 12;

    /** The least width of a column that has a name. */
    double columnWidth() {
        if (names.isEmpty()) {
            return 0;
        }
        return isTurned() ? Theme.TEXT_SIZE + 3 : widest(names) + GAP;
    }

    int height() {
        return isTurned() ? (int) Math.ceil(widest(names)) + 2 * GAP : 2 * GAP;
    }

    /**
     * @param x the middle of the column
     * @param top where the map ends
     */
    void paint(Graphics2D graphics, int column, double x, double top) {
        if (isTurned()) {
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

    private boolean isTurned() {
        return columns * (widest(names) + GAP) > ROOM;
    }
}
