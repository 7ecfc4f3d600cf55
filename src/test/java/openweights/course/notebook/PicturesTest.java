package openweights.course.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

    @Test
    void samePixelsInAnotherEncodingAreAlike() {
        BufferedImage palette = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_INDEXED);
        palette.createGraphics().drawImage(drawing(50, 0), 0, 0, null);
        assertTrue(Pictures.alike(chart(50, 0), address(palette)));
    }

    @Test
    void shadesAtEdgesAreAlike() {
        assertTrue(Pictures.alike(chart(50, 0), chart(50, 3)));
    }

    @Test
    void movedLineIsDifferent() {
        assertFalse(Pictures.alike(chart(50, 0), chart(53, 0)));
    }

    @Test
    void otherSizeIsDifferent() {
        BufferedImage small = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        assertFalse(Pictures.alike(chart(50, 0), address(small)));
    }

    @Test
    void invalidPictureIsLikeNoOther() {
        assertFalse(Pictures.alike(chart(50, 0), "data:image/png;base64,AAAA"));
        assertFalse(Pictures.alike("data:image/png;base64,A", chart(50, 0)));
    }

    @Test
    void drawingsInSvgAreComparedAsText() {
        assertTrue(Pictures.alike(svg("x=\"10.0001\""), svg("x=\"10.0002\"")));
        assertFalse(Pictures.alike(svg("x=\"10.0\""), svg("x=\"11.0\"")));
        assertFalse(Pictures.alike(svg("x=\"10.0\""), chart(50, 0)));
    }

    private static String svg(String attribute) {
        byte[] text = ("<svg>\n<rect " + attribute + "/>\n</svg>").getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(text);
    }

    /** A white picture with a line at a given height, as a data URL. */
    static String chart(int height, int shade) {
        return address(drawing(height, shade));
    }

    private static BufferedImage drawing(int height, int shade) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 100);
        graphics.setColor(new Color(shade, shade, shade));
        graphics.fillRect(20, height, 160, 2);
        graphics.dispose();
        return image;
    }

    private static String address(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
