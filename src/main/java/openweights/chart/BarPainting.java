package openweights.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Legend;
import openweights.chart.draw.Numbers;
import openweights.chart.draw.Theme;
import openweights.chart.draw.Typeface;

/** Paints groups of vertical bars above the names of their categories. */
record BarPainting(
        String title,
        String xTitle,
        String yTitle,
        List<String> categories,
        List<BarChart.Bars> series,
        Axis range,
        boolean values)
        implements Painting {

    /** The fraction of a category's width that its bars fill. */
    private static final double FILL = 0.72;

    private static final Font SMALL = Typeface.regular(12);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        Legend legend = legend();
        int below = 56 + legend.height(width);
        var frame = new Frame(new Rectangle2D.Double(74, 44, width - 94, height - 44 - below));
        Theme.title(graphics, title, width);
        frame.paintGridY(graphics, range);
        frame.paintTicksY(graphics, range);
        for (int i = 0; i < categories.size(); i++) {
            paintCategory(graphics, frame, i);
        }
        paintZero(graphics, frame);
        frame.paintTitles(graphics, xTitle, yTitle);
        legend.paint(graphics, width, height - legend.height(width) - 6);
    }

    private void paintCategory(Graphics2D graphics, Frame frame, int category) {
        Rectangle2D area = frame.area();
        double place = area.getWidth() / categories.size();
        double bar = place * FILL / series.size();
        double left = area.getX() + place * (category + (1 - FILL) / 2);
        for (int i = 0; i < series.size(); i++) {
            double value = series.get(i).heights()[category];
            if (Double.isFinite(value)) {
                paintBar(graphics, frame, i, left + i * bar, bar, value);
            }
        }
        frame.paintNameX(graphics, categories.get(category), left + place * FILL / 2);
    }

    private void paintBar(
            Graphics2D graphics, Frame frame, int index, double left, double width, double value) {
        double from = frame.y(range, Math.max(range.from(), Math.min(range.to(), 0)));
        double to = frame.y(range, Math.max(range.from(), Math.min(range.to(), value)));
        double space = Math.min(2, width / 8);
        graphics.setColor(Theme.color(index));
        graphics.fill(
                new Rectangle2D.Double(
                        left + space, Math.min(from, to), width - 2 * space, Math.abs(to - from)));
        if (values) {
            double y = value < 0 ? to + 10 : to - 10;
            graphics.setColor(Theme.INK);
            Typeface.draw(graphics, Numbers.brief(value), SMALL, left + width / 2, y, 0.5, 0.5);
        }
    }

    private void paintZero(Graphics2D graphics, Frame frame) {
        double y = frame.y(range, Math.max(range.from(), Math.min(range.to(), 0)));
        graphics.setColor(Theme.FRAME);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(new Line2D.Double(frame.area().getX(), y, frame.area().getMaxX(), y));
    }

    private Legend legend() {
        if (series.size() < 2) {
            return new Legend(List.of());
        }
        return new Legend(
                IntStream.range(0, series.size())
                        .mapToObj(
                                i ->
                                        new Legend.Entry(
                                                series.get(i).name(),
                                                Legend.Sample.area(Theme.color(i))))
                        .toList());
    }
}
