package openweights.chart.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The bundled typeface. Text is drawn as filled glyph outlines without hinting, so that charts look
 * the same on every machine. The two files are subsets of Inter 4.0 with Latin, Greek and Cyrillic
 * letters, digits, and the symbols that charts need, but without hinting and layout features.
 */
public final class Typeface {

    private static final FontRenderContext OUTLINES = new FontRenderContext(null, true, true);

    /** The JDK's property that replaces the system's font configuration. */
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private static final Font REGULAR = load("Inter-Regular.otf");
    private static final Font SEMIBOLD = load("Inter-SemiBold.otf");

    private Typeface() {}

    public static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    public static Font semibold(double size) {
        return SEMIBOLD.deriveFont((float) size);
    }

    /** Draws text with the point (across, up) of its box at (x, y); 0.5 means centered. */
    public static void draw(
            Graphics2D graphics,
            String text,
            Font font,
            double x,
            double y,
            double across,
            double up) {
        double left = x - across * width(text, font);
        double baseline = y + up * capHeight(font);
        graphics.fill(outline(text, font, left, baseline));
    }

    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, OUTLINES).getWidth();
    }

    /** The height of a capital letter, by which text is centered visually. */
    public static double capHeight(Font font) {
        Rectangle2D capital = font.createGlyphVector(OUTLINES, "H").getVisualBounds();
        return capital.getHeight();
    }

    private static Shape outline(String text, Font font, double x, double y) {
        Shape shape = font.createGlyphVector(OUTLINES, text).getOutline();
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }

    private static Font load(String resource) {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            return LINUX
                    ? fromFile(UnlinkedFile.of(in.readAllBytes()))
                    : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(
                    resource + ": not a font. The course's jar is damaged; build it again.", e);
        }
    }

    /** From a stream, Java would make a copy, which a killed process leaves behind. */
    private static Font fromFile(File font) throws IOException, FontFormatException {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, fontConfiguration(font).toString());
        }
        return Font.createFont(Font.TRUETYPE_FONT, font);
    }

    /**
     * Makes a font configuration with a single font. Without any installed font, Java on Linux
     * cannot draw text even in a bundled one; with installed fonts, it caches a list of them in the
     * user's home folder. This configuration avoids both.
     */
    private static File fontConfiguration(File font) throws IOException {
        String text =
                """
                version=1
                allfonts.latin-1=Inter
                sequence.allfonts=latin-1
                filename.Inter=%s
                """;
        return UnlinkedFile.of(text.formatted(font).getBytes(StandardCharsets.UTF_8));
    }
}
