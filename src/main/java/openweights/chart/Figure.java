package openweights.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.chart.draw.Png;
import openweights.chart.draw.Theme;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A picture with a text alternative for readers who cannot see it.
 *
 * <pre>{@code
 * Figure figure = Figure.of(chart, "Loss falls from 0.7 to 0.02 in 500 steps.");
 * figure.beside(other);
 * }</pre>
 *
 * @param width in layout units; the PNG has {@link #SCALE} times as many pixels
 * @param alt the text alternative: what the picture shows
 * @param caption the text below the picture, for everyone; empty for none
 */
public record Figure(Painting painting, int width, int height, String alt, String caption)
        implements Illustration {

    /** Pixels per layout unit; more than one, for sharp lines on high-density screens. */
    public static final int SCALE = 2;

    /**
     * @throws IllegalArgumentException if the text alternative is blank
     */
    public Figure {
        if (alt == null || alt.isBlank()) {
            throw new IllegalArgumentException(
                    "The figure has no alt text. Say in a sentence what it shows.");
        }
    }

    /** A chart made with XChart, painted in its own style. */
    public static Figure of(Chart<?, ?> chart, String alt) {
        return new Figure(chart::paint, chart.getWidth(), chart.getHeight(), alt, alt);
    }

    @Override
    public Figure figure() {
        return this;
    }

    /**
     * Several pictures side by side in one, on as many lines as needed; their descriptions are
     * joined.
     */
    public static Figure row(Illustration... pictures) {
        List<Figure> row = Stream.of(pictures).map(Illustration::figure).toList();
        Row layout = Row.of(row);
        return new Figure(
                layout,
                layout.width(),
                layout.height(),
                joined(row, Figure::alt),
                joined(row, Figure::caption));
    }

    private static String joined(List<Figure> figures, Function<Figure, String> text) {
        return figures.stream()
                .map(text)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The same picture with another text alternative. */
    public Figure withAlt(String text) {
        return new Figure(painting, width, height, text, text);
    }

    /** The picture as a PNG with a palette. The same figure always gives the same bytes. */
    public byte[] png() {
        return Png.encode(image());
    }

    /** The same with 16 colors where they suffice, for pictures that come by the dozen. */
    public byte[] smallPng() {
        return Png.encodeSmall(image());
    }

    /** The picture as opaque pixels. */
    public BufferedImage image() {
        BufferedImage image =
                new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Theme.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        paint(graphics);
        graphics.dispose();
        return image;
    }

    void paint(Graphics2D graphics) {
        Theme.prepare(graphics);
        painting.paint(graphics, width, height);
    }
}
