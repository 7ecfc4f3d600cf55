package openweights.chart;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Compares and inspects pictures. */
public final class Pixels {

    private Pixels() {}

    /** The mean difference between the channels of two pictures of the same size, 0 to 255. */
    public static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        int[] left = all(a);
        int[] right = all(b);
        for (int i = 0; i < left.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((left[i] >> shift & 0xff) - (right[i] >> shift & 0xff));
            }
        }
        return sum / (3.0 * left.length);
    }

    /** The largest difference in any channel between two pictures of the same size. */
    static int largestDifference(BufferedImage a, BufferedImage b) {
        int[] left = all(a);
        int[] right = all(b);
        return IntStream.range(0, left.length)
                .flatMap(
                        i ->
                                IntStream.of(16, 8, 0)
                                        .map(s -> (left[i] >> s & 0xff) - (right[i] >> s & 0xff)))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** The number of pixels with exactly this color, given as 0xRRGGBB. */
    static long count(BufferedImage image, int color) {
        return IntStream.of(all(image)).filter(pixel -> (pixel & 0xffffff) == color).count();
    }

    /** The number of different colors. */
    static long colors(BufferedImage image) {
        return IntStream.of(all(image)).distinct().count();
    }

    private static int[] all(BufferedImage image) {
        int width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }
}
