package openweights.math;

/** Weights of less than 32 bits; for many inputs, a few rows at a time are widened first. */
abstract class WideningMatrix extends RowMatrix {

    private static final ThreadLocal<float[]> WIDE = ThreadLocal.withInitial(() -> new float[0]);

    WideningMatrix(Backend backend, int rows, int columns) {
        super(backend, rows, columns);
    }

    @Override
    void rows(
            int from,
            int to,
            int n,
            float[] x,
            int xAt,
            int xStride,
            float[] y,
            int yAt,
            int yStride) {
        float[] wide = scratch((to - from) * columns());
        for (int r = from; r < to; r++) {
            row(r, wide, (r - from) * columns());
        }
        kernel().multiply(
                        wide, 0, columns(), to - from, columns(), n, x, xAt, xStride, y, yAt,
                        yStride);
    }

    private static float[] scratch(int n) {
        if (WIDE.get().length < n) {
            WIDE.set(new float[n]);
        }
        return WIDE.get();
    }
}
