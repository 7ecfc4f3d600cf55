package openweights.engine.math.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An input in the form that a kernel's products with tiles of one {@link TileLayout} need. A kernel
 * multiplies most codes where they lie in their int, without shifting them down: at {@link
 * Kernel#place} p a code counts 2^p times as much, so the input is multiplied by the inverse
 * beforehand, which is exact for numbers from 2^-100 to 2^128.
 */
public final class TileInput {

    private TileLayout layout = new TileLayout(8, 32, false, 0, false);
    private @Nullable Kernel kernel;
    private float[] factors = {};
    private float[] numbers = {};
    private float[] offsets = {};
    private float[] sums = {};
    private int runs;

    /** Prepares {@code columns} numbers; unused weights at the end of a row are multiplied by 0. */
    public void prepare(
            Kernel kernel, TileLayout layout, int runs, float[] x, int xAt, int columns) {
        if (kernel != this.kernel || !layout.equals(this.layout)) {
            this.kernel = kernel;
            this.layout = layout;
            factors = factors(kernel, layout);
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

    private static float[] factors(Kernel kernel, TileLayout layout) {
        float[] factors = new float[layout.run()];
        for (int i = 0; i < factors.length; i++) {
            int place = kernel.place(layout.bits(), i % layout.codesPerInt());
            factors[i] = Math.scalb(1f, -place);
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
