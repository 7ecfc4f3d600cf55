package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * Where a tensor's values are in the one array that holds all weights. A matrix is stored in strips
 * of 32 columns, {@code [strips][rows][32]}, the last one padded with zeros, so that products read
 * it and its transpose sequentially. A vector is a matrix of one row.
 *
 * @param rows 1 for a vector
 * @param at the index of its first value
 * @param block the distance from one strip to the next; greater than its own rows need if it shares
 *     its strips with other matrices
 */
public record Parameter(String name, int rows, int columns, int at, int block) {

    private static final int WIDTH = TiledOps.WIDTH;

    static Parameter alone(String name, int rows, int columns, int at) {
        return new Parameter(name, rows, columns, at, rows * WIDTH);
    }

    /** A range of its rows as a tensor of its own. */
    Parameter part(String partName, int firstRow, int partRows) {
        return new Parameter(partName, partRows, columns, at + firstRow * WIDTH, block);
    }

    /** Whether another tensor of the same layout is this one or a part of it. */
    boolean contains(Parameter other) {
        return at <= other.at && other.at < end();
    }

    int strips() {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** The index of the first value of a strip. */
    int strip(int index) {
        return at + index * block;
    }

    /** How many columns a strip has; the last one may have fewer than 32. */
    int width(int strip) {
        return Math.min(WIDTH, columns - strip * WIDTH);
    }

    /** The index of a value. */
    public int index(int row, int column) {
        return strip(column / WIDTH) + row * WIDTH + column % WIDTH;
    }

    /** The index behind its last strip. */
    public int end() {
        return at + strips() * block;
    }

    public boolean isMatrix() {
        return rows > 1;
    }

    /** The shape in a file. */
    public long[] shape() {
        return isMatrix() ? new long[] {rows, columns} : new long[] {columns};
    }

    /** Copies its values, row by row, from the array of all weights. */
    public float[] from(float[] all) {
        float[] own = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                own[r * columns + c] = all[index(r, c)];
            }
        }
        return own;
    }

    /** Copies its values, given row by row, into the array of all weights. */
    public void into(float[] all, float[] own) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                all[index(r, c)] = own[r * columns + c];
            }
        }
    }
}
