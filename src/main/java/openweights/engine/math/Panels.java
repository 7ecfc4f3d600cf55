package openweights.engine.math;

/**
 * Inputs side by side, {@code [panels][columns][lanes]}: one load fetches the same column of many
 * inputs. Unused lanes of the last panel hold zeros.
 *
 * @param n number of inputs
 * @param lanes inputs in a panel
 * @param columns numbers in an input
 */
record Panels(int n, int lanes, int columns, float[] numbers) {

    static Panels pack(Backend backend, int n, int columns, float[] x, int xAt, int xStride) {
        int lanes = backend.kernel().lanes();
        int count = (n - 1) / lanes + 1;
        float[] numbers = new float[Math.multiplyExact(count * lanes, columns)];
        Panels panels = new Panels(n, lanes, columns, numbers);
        int grain = Math.max(16, (1 << 14) / (count * lanes));
        backend.pool().each(columns, grain, (from, to) -> panels.fill(from, to, x, xAt, xStride));
        return panels;
    }

    int count() {
        return (n - 1) / lanes + 1;
    }

    int at(int panel, int column) {
        return (panel * columns + column) * lanes;
    }

    private void fill(int from, int to, float[] x, int xAt, int xStride) {
        for (int i = 0; i < n; i++) {
            int input = xAt + i * xStride;
            int lane = at(i / lanes, 0) + i % lanes;
            for (int c = from; c < to; c++) {
                numbers[lane + c * lanes] = x[input + c];
            }
        }
    }

    /** Copies a panel of results, {@code [rows][lanes]}, to each input's outputs. */
    void unpack(int panel, float[] sums, int rows, float[] y, int yAt, int yStride) {
        int first = panel * lanes;
        int count = Math.min(lanes, n - first);
        for (int i = 0; i < count; i++) {
            int at = yAt + (first + i) * yStride;
            for (int r = 0; r < rows; r++) {
                y[at + r] = sums[r * lanes + i];
            }
        }
    }
}
