package openweights.engine.math;

import openweights.engine.math.kernel.Kernel;

/**
 * Inputs in the order in which products with blocks of weights read them: {@code [slices of
 * columns][groups][columns of a slice][inputs of a group]}. Unused places of the last group hold
 * zeros.
 */
final class InputGroups {

    /**
     * Columns in a slice. With a block of 16 rows, it takes half of a level 1 cache of 32 KB. A
     * multiple of the weights in a block of any {@link openweights.engine.block.BlockType}.
     */
    static final int SLICE = 256;

    private final int n;
    private final int columns;
    private final int inGroup;
    private final float[] numbers;

    private InputGroups(Kernel kernel, int n, int columns) {
        this.n = n;
        this.columns = columns;
        this.inGroup = kernel.groupInputs();
        this.numbers = new float[Math.multiplyExact(count() * inGroup, columns)];
    }

    /**
     * @param n number of inputs
     * @param columns numbers in an input
     */
    static InputGroups pack(Backend backend, int n, int columns, float[] x, int xAt, int xStride) {
        InputGroups groups = new InputGroups(backend.kernel(), n, columns);
        int slices = (columns - 1) / SLICE + 1;
        int grain = Math.max(1, (1 << 14) / (SLICE * n));
        backend.pool()
                .each(
                        slices,
                        grain,
                        (from, to) -> {
                            for (int s = from; s < to; s++) {
                                groups.fill(s * SLICE, x, xAt, xStride);
                            }
                        });
        return groups;
    }

    /** How many groups there are. */
    int count() {
        return (n - 1) / inGroup + 1;
    }

    /** How many inputs there are. */
    int inputs() {
        return n;
    }

    float[] numbers() {
        return numbers;
    }

    /** Where a group's numbers begin for the slice that starts at {@code column}. */
    int at(int group, int column) {
        return (column * count() + group * width(column)) * inGroup;
    }

    /** Columns of the slice that starts at {@code column}. */
    int width(int column) {
        return Math.min(SLICE, columns - column);
    }

    private void fill(int column, float[] x, int xAt, int xStride) {
        int width = width(column);
        for (int i = 0; i < n; i++) {
            int from = xAt + i * xStride + column;
            int to = at(i / inGroup, column) + i % inGroup;
            for (int c = 0; c < width; c++) {
                numbers[to + c * inGroup] = x[from + c];
            }
        }
    }
}
