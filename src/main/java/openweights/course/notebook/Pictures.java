package openweights.course.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Whether two pictures look the same.
 *
 * <p>Bitmaps may differ in their compression and, because JDKs draw differently, in the shade of
 * pixels at edges; at most two pixels in a thousand may differ by more. SVG drawings are compared
 * as text.
 */
final class Pictures {

    private static final int SHADE = 48;
    private static final double MAX_DIFFERENT = 0.002;

    private Pictures() {}

    /**
     * @param one a data URL such as {@code data:image/png;base64,…}
     */
    static boolean alike(String one, String other) {
        if (one.startsWith("data:image/svg+xml") && other.startsWith("data:image/svg+xml")) {
            List<String> left = svg(one);
            List<String> right = svg(other);
            return LineDiff.of(left, right, Likeness::holds).isEmpty();
        }
        try {
            BufferedImage left = ImageIO.read(new ByteArrayInputStream(bytes(one)));
            BufferedImage right = ImageIO.read(new ByteArrayInputStream(bytes(other)));
            return left != null && right != null && alike(left, right);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean alike(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += distance(one.getRGB(x, y), other.getRGB(x, y)) > SHADE ? 1 : 0;
            }
        }
        return different <= MAX_DIFFERENT * one.getWidth() * one.getHeight();
    }

    /** The largest difference in alpha, red, green or blue, 0 to 255. */
    private static int distance(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int difference = (one >>> shift & 0xff) - (other >>> shift & 0xff);
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    private static List<String> svg(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(String address) {
        return Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    }
}
