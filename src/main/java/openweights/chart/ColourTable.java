package openweights.chart;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The at most 256 colours that stand for all colours of a picture. Colours that differ only in the
 * low bits share an entry, which is the most frequent of them, so flat areas keep their exact
 * colour; what then remains over goes to the nearest entry.
 */
final class ColourTable {

    private static final int LIMIT = 256;
    private static final int KEPT_BITS = 0xe0e0e0;

    private final int[] colours;
    private final Map<Integer, Byte> indices = new HashMap<>();

    private ColourTable(int[] colours) {
        this.colours = colours;
        for (int i = 0; i < colours.length; i++) {
            indices.put(colours[i] & KEPT_BITS, (byte) i);
        }
    }

    static ColourTable of(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        Map<Integer, Entry> entries = new HashMap<>();
        counts.forEach(
                (colour, count) ->
                        entries.merge(
                                colour & KEPT_BITS, new Entry(colour, count, count), Entry::with));
        return new ColourTable(
                entries.values().stream().sorted().limit(LIMIT).mapToInt(Entry::colour).toArray());
    }

    /** The entry that stands for a colour given as 0xRRGGBB; higher bits do not count. */
    byte index(int colour) {
        return indices.computeIfAbsent(colour & KEPT_BITS, this::nearest);
    }

    /** Red, green and blue of each entry, as the PLTE chunk wants them. */
    byte[] palette() {
        byte[] bytes = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            bytes[3 * i] = (byte) (colours[i] >> 16);
            bytes[3 * i + 1] = (byte) (colours[i] >> 8);
            bytes[3 * i + 2] = (byte) colours[i];
        }
        return bytes;
    }

    private byte nearest(int colour) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colours[i], colour) < distance(colours[best], colour)) {
                best = i;
            }
        }
        return (byte) best;
    }

    private static int distance(int a, int b) {
        return Arrays.stream(new int[] {16, 8, 0})
                .map(shift -> (a >> shift & 0xff) - (b >> shift & 0xff))
                .map(difference -> difference * difference)
                .sum();
    }

    /** A group of like colours: its most frequent one, that one's count, and the group's count. */
    private record Entry(int colour, int own, int all) implements Comparable<Entry> {

        Entry with(Entry other) {
            boolean keep = own > other.own || own == other.own && colour < other.colour;
            Entry leader = keep ? this : other;
            return new Entry(leader.colour, leader.own, all + other.all);
        }

        /** The largest group first; colour decides a tie, so the order never depends on hashing. */
        @Override
        public int compareTo(Entry other) {
            int bySize = Integer.compare(other.all, all);
            return bySize != 0 ? bySize : Integer.compare(colour, other.colour);
        }
    }
}
