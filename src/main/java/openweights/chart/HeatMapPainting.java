package openweights.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** Paints a matrix: title above, names at the left and below, color scale at the right. */
record HeatMapPainting(
        String title,
        double[][] matrix,
        List<String> rows,
        List<String> columns,
        ColorScale colors,
        int decimals)
        implements Painting {

    private static final int TOP = 44;
    private static final int MARGIN = 20;
    private static final int SCALE_SPACE = 78;
    private static final int SCALE_WIDTH = 14;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** Makes cells large enough for written values, unless there are too many cells. */
    static Dimension naturalSize(double[][] matrix, List<String> rows, List<String> columns) {
        int columnCount = matrix[0].length;
        double cellWidth = Math.max(3, Math.min(56, 560.0 / columnCount));
        ColumnNames below = new ColumnNames(columns, columnCount);
        cellWidth = Math.max(cellWidth, below.columnWidth());
        double cellHeight = Math.max(3, Math.min(40, 400.0 / matrix.length));
        double width = namesWidth(rows) + columnCount * cellWidth + SCALE_SPACE + MARGIN;
        double height = TOP + matrix.length * cellHeight + below.height() + MARGIN / 2.0;
        return new Dimension((int) Math.max(280, width), (int) Math.max(150, height));
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        double left = namesWidth(rows);
        double right = width - SCALE_SPACE - MARGIN;
        double bottom = height - below().height() - MARGIN / 2.0;
        var cells = new Rectangle2D.Double(left, TOP, right - left, bottom - TOP);
        paintCells(graphics, cells);
        paintNames(graphics, cells);
        paintScale(graphics, right + MARGIN, TOP, bottom);
    }

    private void paintCells(Graphics2D graphics, Rectangle2D area) {
        boolean written = valuesFit(area);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                paintCell(graphics, cell(area, i, j), matrix[i][j], written);
            }
        }
        graphics.setColor(Theme.FRAME);
        graphics.draw(area);
    }

    /** A value that is not a number leaves its cell gray and empty. */
    private void paintCell(Graphics2D graphics, Rectangle2D cell, double value, boolean written) {
        graphics.setColor(Double.isNaN(value) ? Theme.GRID : colors.color(value));
        graphics.fill(cell);
        if (written && !Double.isNaN(value)) {
            graphics.setColor(colors.inkOn(value));
            write(graphics, Numbers.fixed(value, decimals), cell);
        }
    }

    /** A cell on whole units, so that neighbors meet without a seam. */
    private Rectangle2D cell(Rectangle2D area, int row, int column) {
        double left = Math.rint(area.getX() + area.getWidth() * column / matrix[0].length);
        double right = Math.rint(area.getX() + area.getWidth() * (column + 1) / matrix[0].length);
        double top = Math.rint(area.getY() + area.getHeight() * row / matrix.length);
        double bottom = Math.rint(area.getY() + area.getHeight() * (row + 1) / matrix.length);
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private boolean valuesFit(Rectangle2D area) {
        double widest = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                widest = Math.max(widest, Typeface.width(Numbers.fixed(value, decimals), TEXT));
            }
        }
        return widest + 6 <= area.getWidth() / matrix[0].length
                && Theme.TEXT_SIZE + 4 <= area.getHeight() / matrix.length;
    }

    private void paintNames(Graphics2D graphics, Rectangle2D area) {
        graphics.setColor(Theme.INK);
        for (int i = 0; i < Math.min(rows.size(), matrix.length); i++) {
            double y = cell(area, i, 0).getCenterY();
            Typeface.draw(graphics, rows.get(i), TEXT, area.getX() - 8, y, 1, 0.5);
        }
        for (int j = 0; j < Math.min(columns.size(), matrix[0].length); j++) {
            below().paint(graphics, j, cell(area, 0, j).getCenterX(), area.getMaxY());
        }
    }

    private void paintScale(Graphics2D graphics, double left, double top, double bottom) {
        for (int y = 0; y < bottom - top; y++) {
            double share = 1 - y / (bottom - top);
            graphics.setColor(colors.color(colors.from() + share * (colors.to() - colors.from())));
            graphics.fill(new Rectangle2D.Double(left, top + y, SCALE_WIDTH, 1));
        }
        graphics.setColor(Theme.FRAME);
        graphics.draw(new Rectangle2D.Double(left, top, SCALE_WIDTH, bottom - top));
        graphics.setColor(Theme.QUIET_INK);
        double x = left + SCALE_WIDTH + 6;
        double middle = (colors.from() + colors.to()) / 2;
        Typeface.draw(graphics, Numbers.brief(colors.to()), TEXT, x, top + 6, 0, 0.5);
        Typeface.draw(graphics, Numbers.brief(middle), TEXT, x, (top + bottom) / 2, 0, 0.5);
        Typeface.draw(graphics, Numbers.brief(colors.from()), TEXT, x, bottom - 6, 0, 0.5);
    }

    private static void write(Graphics2D graphics, String text, Rectangle2D cell) {
        Typeface.draw(graphics, text, TEXT, cell.getCenterX(), cell.getCenterY(), 0.5, 0.5);
    }

    private static double namesWidth(List<String> names) {
        double widest = ColumnNames.widest(names);
        return MARGIN + widest + (widest > 0 ? 8 : 0);
    }

    private ColumnNames below() {
        return new ColumnNames(columns, matrix[0].length);
    }
}
