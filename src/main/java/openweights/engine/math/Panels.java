package openweights.engine.math;

import java.util.ArrayList;
import java.util.List;

/**
 * Inputs side by side, {@code [panels][columns][lanes]}: one load fetches the same column of many
 * inputs. Unused lanes of the last panel hold zeros.
 */
final class Panels {

    private final int n;
    private final int columns;

    /** The first input of each panel, and one more that follows the last panel. */
    private final int[] firsts;

    private final float[] numbers;

    private Panels(Backend backend, int n, int columns) {
        this.n = n;
        this.columns = columns;
        List<Integer> ends = new ArrayList<>(List.of(0));
        int lanes = 0;
        while (lanes < n) {
            lanes += backend.kernel().lanes(n - lanes);
            ends.add(lanes);
        }
        firsts = ends.stream().mapToInt(Integer::intValue).toArray();
        numbers = new float[Math.multiplyExact(lanes, columns)];
    }

    /**
     * @param n number of inputs
     * @param columns numbers in an input
     */
    static Panels pack(Backend backend, int n, int columns, float[] x, int xAt, int xStride) {
        Panels panels = new Panels(backend, n, columns);
        int grain = Math.max(16, (1 << 14) / n);
        backend.pool().each(columns, grain, (from, to) -> panels.fill(from, to, x, xAt, xStride));
        return panels;
    }

    int count() {
        return firsts.length - 1;
    }

    /** Inputs in a panel. */
    int lanes(int panel) {
        return firsts[panel + 1] - firsts[panel];
    }

    float[] numbers() {
        return numbers;
    }

    /** Where a column of a panel begins. */
    int at(int panel, int column) {
        return firsts[panel] * columns + column * lanes(panel);
    }

    private void fill(int from, int to, float[] x, int xAt, int xStride) {
        for (int panel = 0; panel < count(); panel++) {
            int lanes = lanes(panel);
            for (int i = firsts[panel]; i < Math.min(n, firsts[panel + 1]); i++) {
                int input = xAt + i * xStride;
                int lane = at(panel, 0) + i - firsts[panel];
                for (int c = from; c < to; c++) {
                    numbers[lane + c * lanes] = x[input + c];
                }
            }
        }
    }

    /** Copies a panel of results, {@code [rows][lanes]}, to each input's outputs. */
    void unpack(int panel, float[] sums, int rows, float[] y, int yAt, int yStride) {
        int lanes = lanes(panel);
        int first = firsts[panel];
        int count = Math.min(lanes, n - first);
        for (int i = 0; i < count; i++) {
            int at = yAt + (first + i) * yStride;
            for (int r = 0; r < rows; r++) {
                y[at + r] = sums[r * lanes + i];
            }
        }
    }
}
