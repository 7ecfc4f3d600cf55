package openweights.engine.train.network;

import openweights.engine.math.kernel.TiledOps;

/**
 * Where a tensor's numbers lie in the one array that holds all. A matrix lies in strips of 32
 * columns, {@code [strips][rows][32]}, the last one filled up with zeros; so products read it, and
 * its transpose, in one sweep. A vector is a matrix of one row.
 *
 * @param rows 1 for a vector
 * @param at the index of its first number
 * @param block from one strip to the next; more than its own rows take if several matrices lie side
 *     by side as one
 */
public record Parameter(String name, int rows, int columns, int at, int block) {

    private static final int WIDTH = TiledOps.WIDTH;

    static Parameter alone(String name, int rows, int columns, int at) {
        return new Parameter(name, rows, columns, at, rows * WIDTH);
    }

    /** Some of its rows as a tensor of their own. */
    Parameter part(String partName, int firstRow, int partRows) {
        return new Parameter(partName, partRows, columns, at + firstRow * WIDTH, block);
    }

    int strips() {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /** Where a strip of its columns begins. */
    int strip(int index) {
        return at + index * block;
    }

    /** How many columns a strip has; the last one may have fewer than 32. */
    int width(int strip) {
        return Math.min(WIDTH, columns - strip * WIDTH);
    }

    /** Where a number lies. */
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

    /** As files tell it. */
    public long[] shape() {
        return isMatrix() ? new long[] {rows, columns} : new long[] {columns};
    }

    /** Its own numbers out of an array of all, row after row. */
    public float[] from(float[] all) {
        float[] own = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                own[r * columns + c] = all[index(r, c)];
            }
        }
        return own;
    }

    /** Puts its numbers, row after row, into an array of all. */
    public void into(float[] all, float[] own) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                all[index(r, c)] = own[r * columns + c];
            }
        }
    }
}
