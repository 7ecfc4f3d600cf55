package openweights.chart.draw;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A palette of at most 256 colors. The most frequent colors enter first and exactly; a rare color
 * that is close to an entry is mapped to it. So the antialiased edges of lines and letters need few
 * colors, which keeps the file small.
 */
public final class ColorTable {

    private static final int LIMIT = 256;

    /** From this many pixels on, a color counts as an area that the eye notices. */
    private static final int AREA = 400;

    /** Squared distance below which colors are close: about an eighth of the scale. */
    private static final int CLOSE = 32 * 32;

    private final List<Integer> colors = new ArrayList<>();
    private final Map<Integer, Integer> indices = new HashMap<>();

    private ColorTable() {}

    public static ColorTable of(BufferedImage image) {
        ColorTable table = new ColorTable();
        count(image).entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> table.add(entry.getKey(), entry.getValue()));
        return table;
    }

    private static Map<Integer, Integer> count(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int color : row) {
                counts.merge(color & 0xffffff, 1, Integer::sum);
            }
        }
        return counts;
    }

    private void add(int color, int count) {
        int nearest = nearest(color);
        boolean close = nearest >= 0 && distance(colors.get(nearest), color) < CLOSE;
        if (colors.size() == LIMIT || (close && count < AREA)) {
            indices.put(color, nearest);
        } else {
            indices.put(color, colors.size());
            colors.add(color);
        }
    }

    /** The index of the entry for one of the image's colors; bits above 0xRRGGBB are ignored. */
    public byte index(int color) {
        return Objects.requireNonNull(indices.get(color & 0xffffff)).byteValue();
    }

    /** Red, green and blue of each entry, in the format of the PLTE chunk. */
    public byte[] palette() {
        byte[] bytes = new byte[3 * colors.size()];
        for (int i = 0; i < colors.size(); i++) {
            bytes[3 * i] = (byte) (colors.get(i) >> 16);
            bytes[3 * i + 1] = (byte) (colors.get(i) >> 8);
            bytes[3 * i + 2] = (byte) (int) colors.get(i);
        }
        return bytes;
    }

    private int nearest(int color) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.size(); i++) {
            int distance = distance(colors.get(i), color);
            if (distance < least) {
                best = i;
                least = distance;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
        int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
        int blue = (a & 0xff) - (b & 0xff);
        return red * red + green * green + blue * blue;
    }
}
