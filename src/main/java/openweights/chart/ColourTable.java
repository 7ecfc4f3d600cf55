package openweights.chart;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The at most 256 colours that stand for all colours of a picture. The most frequent come first: a
 * colour of a flat area keeps its exact value, a rare one that is close to an entry goes to it. So
 * the soft edges of lines and letters need few colours, which makes the file small.
 */
final class ColourTable {

    private static final int LIMIT = 256;

    /** So many pixels are an area that the eye sees as such. */
    private static final int AREA = 400;

    /** Squared distance within which a rare colour is close: about an eighth of the scale. */
    private static final int CLOSE = 32 * 32;

    private final List<Integer> colours = new ArrayList<>();
    private final Map<Integer, Integer> indices = new HashMap<>();

    private ColourTable() {}

    static ColourTable of(BufferedImage image) {
        ColourTable table = new ColourTable();
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
            for (int colour : row) {
                counts.merge(colour & 0xffffff, 1, Integer::sum);
            }
        }
        return counts;
    }

    private void add(int colour, int count) {
        int nearest = nearest(colour);
        boolean close = nearest >= 0 && distance(colours.get(nearest), colour) < CLOSE;
        if (colours.size() == LIMIT || close && count < AREA) {
            indices.put(colour, nearest);
        } else {
            indices.put(colour, colours.size());
            colours.add(colour);
        }
    }

    /** The entry that stands for one of the picture's colours; bits above 0xRRGGBB do not count. */
    byte index(int colour) {
        return indices.get(colour & 0xffffff).byteValue();
    }

    /** Red, green and blue of each entry, as the PLTE chunk wants them. */
    byte[] palette() {
        byte[] bytes = new byte[3 * colours.size()];
        for (int i = 0; i < colours.size(); i++) {
            bytes[3 * i] = (byte) (colours.get(i) >> 16);
            bytes[3 * i + 1] = (byte) (colours.get(i) >> 8);
            bytes[3 * i + 2] = (byte) (int) colours.get(i);
        }
        return bytes;
    }

    private int nearest(int colour) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.size(); i++) {
            int distance = distance(colours.get(i), colour);
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
