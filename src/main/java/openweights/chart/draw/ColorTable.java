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

    private static final int MANY = 256;
    private static final int FEW = 16;

    /** From this many pixels on, a color counts as an area that the eye notices. */
    private static final int AREA = 400;

    /** Squared distance below which colors are close: about an eighth of the scale. */
    private static final int CLOSE = 32 * 32;

    /** Squared distance below which colors look the same. */
    private static final int SAME = 10 * 10;

    /** With few colors, at most this share of an image's pixels may look different. */
    private static final double MAX_CHANGED = 0.03;

    private final int limit;
    private final List<Integer> colors = new ArrayList<>();
    private final Map<Integer, Integer> indices = new HashMap<>();
    private int changed;

    private ColorTable(int limit) {
        this.limit = limit;
    }

    public static ColorTable of(BufferedImage image) {
        return of(count(image), MANY);
    }

    /**
     * A palette of 16 colors, of which a pixel takes half a byte, if that many show nearly all of
     * the image as it is; otherwise one of up to 256.
     */
    public static ColorTable small(BufferedImage image) {
        Map<Integer, Integer> counts = count(image);
        ColorTable few = of(counts, FEW);
        int pixels = image.getWidth() * image.getHeight();
        return few.changed <= MAX_CHANGED * pixels ? few : of(counts, MANY);
    }

    private static ColorTable of(Map<Integer, Integer> counts, int limit) {
        ColorTable table = new ColorTable(limit);
        counts.entrySet().stream()
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
        int distance = nearest < 0 ? Integer.MAX_VALUE : distance(colors.get(nearest), color);
        boolean same = limit == FEW && distance < SAME;
        if (colors.size() == limit || same || (distance < CLOSE && count < AREA)) {
            indices.put(color, nearest);
            changed += distance < SAME ? 0 : count;
        } else {
            indices.put(color, colors.size());
            colors.add(color);
        }
    }

    /** How many bits of a file a pixel takes: 4 or 8. */
    public int bits() {
        return limit == FEW ? 4 : 8;
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
