package openweights.engine.math.kernel;

import static openweights.engine.math.kernel.PlainKernel.LANES;

import java.util.Arrays;

/**
 * Products of tiles of single weights and one input in plain Java: as many rows side by side as
 * {@link PlainKernel#LANES}, even and odd columns apart.
 */
final class PlainRowTiles {

    private PlainRowTiles() {}

    /** float32 weights. */
    static void multiply(
            float[] w, int wAt, int tiles, int columns, float[] x, int xAt, float[] y, int yAt) {
        float[] odd = new float[LANES];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * columns * LANES;
            int to = yAt + t * LANES;
            Arrays.fill(y, to, to + LANES, 0);
            Arrays.fill(odd, 0);
            for (int c = 0; c + 2 <= columns; c += 2) {
                fma(x[xAt + c], w, at + c * LANES, y, to);
                fma(x[xAt + c + 1], w, at + (c + 1) * LANES, odd, 0);
            }
            add(odd, y, to);
            if (columns % 2 != 0) {
                fma(x[xAt + columns - 1], w, at + (columns - 1) * LANES, y, to);
            }
        }
    }

    /** Weights of 16 bits. */
    static void multiply(
            Half half,
            int[] w,
            int wAt,
            int tiles,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        int size = (columns + 1) / 2 * LANES;
        float[] odd = new float[LANES];
        for (int t = 0; t < tiles; t++) {
            int at = wAt + t * size;
            int to = yAt + t * LANES;
            Arrays.fill(y, to, to + LANES, 0);
            Arrays.fill(odd, 0);
            for (int c = 0; c + 2 <= columns; c += 2) {
                fma(half, x[xAt + c], w, at + c / 2 * LANES, 0, y, to);
                fma(half, x[xAt + c + 1], w, at + c / 2 * LANES, 16, odd, 0);
            }
            add(odd, y, to);
            if (columns % 2 != 0) {
                fma(half, x[xAt + columns - 1], w, at + columns / 2 * LANES, 0, y, to);
            }
        }
    }

    /** As {@link Kernel#widenTile}. */
    static void widen(Half half, int[] w, int wAt, int pairs, float[] out, int outAt) {
        for (int p = 0; p < pairs; p++) {
            for (int r = 0; r < LANES; r++) {
                int two = w[wAt + p * LANES + r];
                out[outAt + 2 * p * LANES + r] = half.weight(two & 0xffff);
                out[outAt + (2 * p + 1) * LANES + r] = half.weight(two >>> 16);
            }
        }
    }

    /** A column of weights times an input, or the same with the two exchanged. */
    static void fma(float factor, float[] x, int xAt, float[] y, int yAt) {
        for (int i = 0; i < LANES; i++) {
            y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
        }
    }

    /** One half of each int, which {@code shift} brings to its lower end. */
    private static void fma(
            Half half, float factor, int[] w, int wAt, int shift, float[] y, int yAt) {
        if (half == Half.BF16) {
            for (int i = 0; i < LANES; i++) {
                float weight = Half.BF16.weight(w[wAt + i] >>> shift);
                y[yAt + i] = Math.fma(factor, weight, y[yAt + i]);
            }
        } else {
            for (int i = 0; i < LANES; i++) {
                float weight = Half.F16.weight(w[wAt + i] >>> shift);
                y[yAt + i] = Math.fma(factor, weight, y[yAt + i]);
            }
        }
    }

    private static void add(float[] odd, float[] y, int yAt) {
        for (int i = 0; i < LANES; i++) {
            y[yAt + i] += odd[i];
        }
    }
}
