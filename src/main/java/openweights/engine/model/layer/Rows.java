package openweights.engine.model.layer;

/**
 * A strided view of an array: {@code count} rows of {@code width} numbers; row i begins at {@code
 * at + i * stride}.
 */
public record Rows(float[] data, int at, int stride, int count, int width) {

    public float get(int row, int column) {
        return data[index(row, column)];
    }

    public void set(int row, int column, float value) {
        data[index(row, column)] = value;
    }

    /** The same rows in a new array, without gaps. */
    public Rows copy() {
        float[] packed = new float[Math.multiplyExact(count, width)];
        for (int row = 0; row < count; row++) {
            System.arraycopy(data, at + row * stride, packed, row * width, width);
        }
        return new Rows(packed, 0, width, count, width);
    }

    /** [count][width], as {@code Nd4j.create} takes it. */
    public float[][] toArray() {
        float[][] rows = new float[count][width];
        for (int row = 0; row < count; row++) {
            System.arraycopy(data, at + row * stride, rows[row], 0, width);
        }
        return rows;
    }

    private int index(int row, int column) {
        if (row < 0 || row >= count || column < 0 || column >= width) {
            throw new IndexOutOfBoundsException(
                    "[" + row + ", " + column + "] of " + count + " rows of " + width);
        }
        return at + row * stride + column;
    }
}
