package openweights.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import openweights.chart.draw.Axis;
import openweights.chart.draw.Theme;
import org.junit.jupiter.api.Test;

class LandscapeTest {

    private static Landscape bowl() {
        return Landscape.of("Bowl").x(-1, 1).y(-1, 1).height((x, y) -> x * x + y * y);
    }

    @Test
    void theLowestPointIsTheLightest() {
        BufferedImage image = bowl().alt("A bowl.").image();
        PlaneFrame frame = frame();
        int middle = brightness(image, frame, 0, 0);
        assertTrue(middle > brightness(image, frame, 0.5, 0.5));
        assertTrue(brightness(image, frame, 0.5, 0.5) > brightness(image, frame, 0.95, 0.95));
    }

    @Test
    void thePathEndsInADot() {
        BufferedImage image =
                bowl().path(new double[] {-0.5, 0.5}, new double[] {0, 0}).alt("A path.").image();
        PlaneFrame frame = frame();
        assertEquals(Theme.color(1), color(image, frame, 0.5, 0));
        assertEquals(Theme.PAPER, color(image, frame, -0.5, 0));
    }

    @Test
    void pathNeedsAsManyXAsY() {
        assertEquals(
                "A path cannot have 2 x and 1 y values. Give one of each per step.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> bowl().path(new double[] {0, 1}, new double[] {0}))
                        .getMessage());
    }

    private static PlaneFrame frame() {
        Axis axis = new Axis(-1, 1);
        return PlaneFrame.inside(
                520, 440, PlaneGrid.sample(points -> new double[points.length], axis, axis));
    }

    private static int brightness(BufferedImage image, PlaneFrame frame, double x, double y) {
        Color color = color(image, frame, x, y);
        return color.getRed() + color.getGreen() + color.getBlue();
    }

    private static Color color(BufferedImage image, PlaneFrame frame, double x, double y) {
        return new Color(
                image.getRGB((int) (frame.x(x) * Figure.SCALE), (int) (frame.y(y) * Figure.SCALE)));
    }
}
