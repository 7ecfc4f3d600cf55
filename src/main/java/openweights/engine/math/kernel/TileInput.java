package openweights.engine.math.kernel;

import java.util.Arrays;

/**
 * An input in the form that products with tiles of one {@link TileLayout} need. A kernel multiplies
 * each code where it lies in its int, without shifting it: code k counts 2^(bits k) times as much,
 * so the input is multiplied by the inverse beforehand, which is exact for numbers from 2^-100 to
 * 2^128.
 */
public final class TileInput {

    private TileLayout layout = new TileLayout(8, 32, false, 0, false);
    private float[] factors = {};
    private float[] numbers = {};
    private float[] offsets = {};
    private float[] sums = {};
    private int runs;

    /** Prepares {@code columns} numbers; unused weights at the end of a row are multiplied by 0. */
    public void prepare(TileLayout layout, int runs, float[] x, int xAt, int columns) {
        if (factors.length == 0 || !layout.equals(this.layout)) {
            this.layout = layout;
            factors = factors(layout);
        }
        this.runs = runs;
        if (sums.length != runs || numbers.length != runs * layout.run()) {
            numbers = new float[runs * layout.run()];
            offsets = new float[runs];
            sums = new float[runs];
        }
        System.arraycopy(x, xAt, numbers, 0, columns);
        Arrays.fill(numbers, columns, numbers.length, 0);
        for (int r = 0; r < runs; r++) {
            prepare(r, r * layout.run());
        }
    }

    private void prepare(int r, int from) {
        int to = from + layout.run();
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = from; i < to; i += 4) {
            s0 += numbers[i];
            s1 += numbers[i + 1];
            s2 += numbers[i + 2];
            s3 += numbers[i + 3];
        }
        sums[r] = (s0 + s1) + (s2 + s3);
        offsets[r] = layout.lowest() * sums[r];
        if (layout.signed()) {
            float top = 0;
            for (int i = from + layout.codesPerInt() - 1; i < to; i += layout.codesPerInt()) {
                top += numbers[i];
            }
            offsets[r] = layout.lowest() * (sums[r] - top) + (half() + layout.lowest()) * top;
        }
        for (int i = 0; i < factors.length; i++) {
            numbers[from + i] *= factors[i];
        }
    }

    private int half() {
        return 1 << (layout.bits() - 1);
    }

    private static float[] factors(TileLayout layout) {
        float[] factors = new float[layout.run()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Math.scalb(1f, -layout.bits() * (i % layout.codesPerInt()));
        }
        return factors;
    }

    /** How many runs a row has. */
    public int runs() {
        return runs;
    }

    /** Each number, multiplied by the inverse of what its code's place counts. */
    public float[] numbers() {
        return numbers;
    }

    /**
     * For each run, what codes do not say: the sum of the input times what is missing from them.
     */
    public float[] offsets() {
        return offsets;
    }

    /** For each run, the sum of the input, to be multiplied by the minimum. */
    public float[] sums() {
        return sums;
    }
}
