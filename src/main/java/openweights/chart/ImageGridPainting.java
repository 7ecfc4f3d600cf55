package openweights.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import openweights.chart.draw.ColorScale;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** Paints images in rows, each with its caption; signed ones with their color scale below. */
record ImageGridPainting(
        String title, List<CaptionedImage> images, int perRow, ColorScale colors, boolean signed)
        implements Painting {

    private static final int TOP = 44;
    private static final int MARGIN = 20;
    private static final int GAP = 10;
    private static final int CAPTION = 24;
    private static final int LARGEST_SIDE = 96;
    private static final int ROW_WIDTH = 580;
    private static final int SCALE_SPACE = 40;
    private static final int SCALE_WIDTH = 160;
    private static final int SCALE_HEIGHT = 12;
    private static final int SHADES = 120;
    private static final Font TEXT = Typeface.regular(Theme.TEXT_SIZE);

    /** The larger the fewer stand in a row; wide enough for the title too. */
    static Dimension naturalSize(String title, int count, int perRow, boolean signed) {
        int across = Math.min(count, perRow);
        int side = Math.max(8, Math.min(LARGEST_SIDE, ROW_WIDTH / across));
        int images = across * side + (across - 1) * GAP;
        int words = (int) Math.ceil(Typeface.width(title, Typeface.semibold(Theme.TITLE_SIZE)));
        int height = TOP + rows(count, perRow) * (side + CAPTION) + (signed ? SCALE_SPACE : GAP);
        return new Dimension(2 * MARGIN + Math.max(Math.max(images, words), 200), height);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Theme.title(graphics, title, width);
        int across = Math.min(images.size(), perRow);
        double side = side(width, height, across);
        double left = (width - across * side - (across - 1) * GAP) / 2;
        for (int i = 0; i < images.size(); i++) {
            int row = i / perRow;
            int column = i % perRow;
            double x = Math.rint(left + column * (side + GAP));
            double y = Math.rint(TOP + row * (side + CAPTION));
            paintImage(graphics, images.get(i), new Rectangle2D.Double(x, y, side, side));
        }
        if (signed) {
            paintScale(graphics, width, height);
        }
    }

    /** The side of an image, so that all of them fit. */
    private double side(int width, int height, int across) {
        int rows = rows(images.size(), perRow);
        double wide = (width - 2.0 * MARGIN - (across - 1) * GAP) / across;
        double high = (double) (height - TOP - (signed ? SCALE_SPACE : GAP)) / rows - CAPTION;
        return Math.max(8, Math.floor(Math.min(wide, high)));
    }

    private void paintImage(Graphics2D graphics, CaptionedImage image, Rectangle2D area) {
        double[][] values = image.values();
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                graphics.setColor(shade(values[i][j]));
                graphics.fill(pixel(area, i, j, values.length, values[i].length));
            }
        }
        graphics.setColor(Theme.FRAME);
        graphics.draw(area);
        graphics.setColor(Theme.INK);
        double below = area.getMaxY() + CAPTION / 2.0;
        Typeface.draw(graphics, image.caption(), TEXT, area.getCenterX(), below, 0.5, 0.5);
    }

    /** One of few colors, so that many pixels fit into the palette of a PNG. */
    private Color shade(double value) {
        double step = (colors.to() - colors.from()) / SHADES;
        return colors.color(Math.rint(value / step) * step);
    }

    /** A pixel on whole units, so that neighbors meet without a seam. */
    private static Rectangle2D pixel(Rectangle2D area, int row, int column, int rows, int columns) {
        double left = Math.rint(area.getX() + area.getWidth() * column / columns);
        double right = Math.rint(area.getX() + area.getWidth() * (column + 1) / columns);
        double top = Math.rint(area.getY() + area.getHeight() * row / rows);
        double bottom = Math.rint(area.getY() + area.getHeight() * (row + 1) / rows);
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private void paintScale(Graphics2D graphics, int width, int height) {
        double left = (width - SCALE_WIDTH) / 2.0;
        double top = height - SCALE_SPACE / 2.0 - SCALE_HEIGHT / 2.0;
        for (int x = 0; x < SCALE_WIDTH; x++) {
            double share = (double) x / SCALE_WIDTH;
            graphics.setColor(shade(colors.from() + share * (colors.to() - colors.from())));
            graphics.fill(new Rectangle2D.Double(left + x, top, 1, SCALE_HEIGHT));
        }
        graphics.setColor(Theme.FRAME);
        graphics.draw(new Rectangle2D.Double(left, top, SCALE_WIDTH, SCALE_HEIGHT));
        graphics.setColor(Theme.QUIET_INK);
        double middle = top + SCALE_HEIGHT / 2.0;
        Typeface.draw(graphics, Numbers.brief(colors.from()), TEXT, left - 8, middle, 1, 0.5);
        double right = left + SCALE_WIDTH + 8;
        Typeface.draw(graphics, Numbers.brief(colors.to()), TEXT, right, middle, 0, 0.5);
    }

    private static int rows(int count, int perRow) {
        return (count + perRow - 1) / perRow;
    }
}
