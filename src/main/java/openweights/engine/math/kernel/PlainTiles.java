package openweights.engine.math.kernel;

import static openweights.engine.math.kernel.TileLayout.ROWS;

import java.util.Arrays;

/** Products with one tile in plain Java, with the bits of the vector kernels. */
final class PlainTiles {

    private PlainTiles() {}

    /**
     * @param even room for the sums of a run's even codes, {@value TileLayout#ROWS} numbers; {@code
     *     odd} for the others
     */
    static void multiply(
            TileLayout layout,
            int[] w,
            int wAt,
            TileInput x,
            float[] even,
            float[] odd,
            float[] y,
            int yAt) {
        int perInt = layout.codesPerInt();
        Arrays.fill(y, yAt, yAt + ROWS, 0);
        for (int run = 0; run < x.runs(); run++) {
            Arrays.fill(even, x.offsets()[run]);
            Arrays.fill(odd, 0);
            int at = wAt + run * layout.runInts();
            int codes = at + ROWS * layout.header();
            for (int i = 0; i < layout.run(); i++) {
                int mask = ((1 << layout.bits()) - 1) << (i % perInt * layout.bits());
                float factor = x.numbers()[run * layout.run() + i];
                add(w, codes + i / perInt * ROWS, mask, factor, i % 2 == 0 ? even : odd);
            }
            for (int r = 0; r < ROWS; r++) {
                float scale = Float.intBitsToFloat(w[at + r]);
                y[yAt + r] = Math.fma(scale, even[r] + odd[r], y[yAt + r]);
            }
        }
        for (int run = 0; layout.minimum() && run < x.runs(); run++) {
            int at = wAt + run * layout.runInts() + ROWS;
            for (int r = 0; r < ROWS; r++) {
                float minimum = Float.intBitsToFloat(w[at + r]);
                y[yAt + r] = Math.fma(minimum, x.sums()[run], y[yAt + r]);
            }
        }
    }

    private static void add(int[] w, int at, int mask, float x, float[] sums) {
        for (int r = 0; r < ROWS; r++) {
            sums[r] = Math.fma((float) (w[at + r] & mask), x, sums[r]);
        }
    }
}
