package openweights.engine.math.kernel;

import openweights.engine.block.BlockType;

/**
 * How the weights of a block type lie in memory for products: in tiles of {@value #ROWS} rows whose
 * integers alternate, so that a register holds as many rows as it has lanes, no sum crosses lanes,
 * and every register width computes the same bits.
 *
 * <p>A tile is {@code [runs][1 + minimum + codes][16]} ints: the runs of its rows one after
 * another, each with a float32 scale, a float32 minimum if the type has one, and the codes, eight
 * of 4 bits or four of 8 bits to an int. A code is the weight's integer minus {@code lowest}. The
 * sign bit of an int is inverted if {@code signed}: then its uppermost code, read as a signed
 * number, is what it should be minus half of its range.
 *
 * @param bits of a code, 4 or 8
 * @param run adjacent weights that share a scale, 16 or 32
 * @param minimum whether a number is added to each weight of a run
 * @param lowest the integer that code 0 stands for
 * @param signed whether codes need all of their bits
 */
public record TileLayout(int bits, int run, boolean minimum, int lowest, boolean signed) {

    /** Rows in a tile. */
    public static final int ROWS = 16;

    private static final int SIGN = 1 << 31;

    /** The layout for a type's blocks. */
    public static TileLayout of(BlockType type) {
        int levels = type.highest() - type.lowest() + 1;
        int bits = levels <= 16 ? 4 : 8;
        boolean signed = levels > 1 << (bits - 1);
        return new TileLayout(bits, type.run(), type.hasMinimum(), type.lowest(), signed);
    }

    /** Codes in an int. */
    public int codesPerInt() {
        return Integer.SIZE / bits;
    }

    /** Ints before a run's codes, for each row. */
    public int header() {
        return minimum ? 2 : 1;
    }

    /** Ints with a run's codes, for each row. */
    public int codeInts() {
        return run / codesPerInt();
    }

    /** Bits per weight in memory, scales and minimums included. */
    public double bitsPerWeight() {
        return (double) Integer.SIZE * (header() + codeInts()) / run;
    }

    /** Ints of one run of all rows of a tile. */
    public int runInts() {
        return ROWS * (header() + codeInts());
    }

    /**
     * Stores a run of one row.
     *
     * @param at where the run begins in {@code tiles}, plus the row's number in the tile
     */
    public void store(byte[] values, int from, float scale, float minimum, int[] tiles, int at) {
        tiles[at] = Float.floatToRawIntBits(scale);
        if (this.minimum) {
            tiles[at + ROWS] = Float.floatToRawIntBits(minimum);
        }
        int first = at + ROWS * header();
        int end = first + ROWS * codeInts();
        int flip = signed ? SIGN : 0;
        if (bits == 4) {
            int zeros = lowest * 0x11111111; // what codes are too large by, at each place
            for (int to = first, i = from; to < end; to += ROWS, i += 8) {
                tiles[to] = (eight(values, i) - zeros) ^ flip;
            }
        } else {
            int zeros = lowest * 0x01010101;
            for (int to = first, i = from; to < end; to += ROWS, i += 4) {
                tiles[to] = (four(values, i) - zeros) ^ flip;
            }
        }
    }

    /** Eight integers, 4 bits apart. Sums, because integers may be negative. */
    private static int eight(byte[] v, int i) {
        int lower = v[i] + (v[i + 1] << 4) + (v[i + 2] << 8) + (v[i + 3] << 12);
        int upper = v[i + 4] + (v[i + 5] << 4) + (v[i + 6] << 8) + (v[i + 7] << 12);
        return lower + (upper << 16);
    }

    /** Four integers, 8 bits apart. */
    private static int four(byte[] v, int i) {
        return v[i] + (v[i + 1] << 8) + (v[i + 2] << 16) + (v[i + 3] << 24);
    }

    /**
     * Reads a run of one row as floats.
     *
     * @param at where the run begins in {@code tiles}, plus the row's number in the tile
     * @param stride distance of adjacent weights in {@code out}
     */
    public void load(int[] tiles, int at, float[] out, int outAt, int stride) {
        float scale = Float.intBitsToFloat(tiles[at]);
        float least = minimum ? Float.intBitsToFloat(tiles[at + ROWS]) : 0;
        for (int i = 0; i < run; i++) {
            int codes = tiles[at + ROWS * (header() + i / codesPerInt())];
            int unsigned = signed ? codes ^ SIGN : codes;
            int code = (unsigned >>> (i % codesPerInt() * bits)) & ((1 << bits) - 1);
            float weight = scale * (code + lowest);
            out[outAt + i * stride] = minimum ? weight + least : weight;
        }
    }
}
