package openweights.train.network;

import openweights.math.Strips;

/**
 * Where a tensor's numbers lie in the one array that holds all: row after row, each row filled up
 * with zeros to a multiple of {@link Strips#WIDTH}.
 *
 * @param rows 1 for a vector
 * @param at the index of its first number
 */
public record Parameter(String name, int rows, int columns, int at) {

    /** From one row to the next. */
    public int stride() {
        return (columns + Strips.WIDTH - 1) / Strips.WIDTH * Strips.WIDTH;
    }

    /** The index behind its last number. */
    public int end() {
        return at + rows * stride();
    }

    public boolean isMatrix() {
        return rows > 1;
    }

    public long[] shape() {
        return isMatrix() ? new long[] {rows, columns} : new long[] {columns};
    }

    /** Its own numbers out of an array of all, without the filling. */
    public float[] from(float[] all) {
        float[] own = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(all, at + r * stride(), own, r * columns, columns);
        }
        return own;
    }

    /** Puts its numbers into an array of all. */
    public void into(float[] all, float[] own) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(own, r * columns, all, at + r * stride(), columns);
        }
    }
}
