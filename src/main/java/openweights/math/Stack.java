package openweights.math;

/** Several matrices that take the same input, worked on in one parallel region. */
final class Stack implements Matrix {

    private final Pool pool;
    private final Matrix[] parts;
    private final int rows;

    Stack(Pool pool, Matrix... parts) {
        this.pool = pool;
        this.parts = parts.clone();
        int sum = 0;
        for (Matrix part : parts) {
            if (part.columns() != parts[0].columns()) {
                throw new IllegalArgumentException(
                        "stacked matrices take "
                                + parts[0].columns()
                                + " and "
                                + part.columns()
                                + " inputs; they must take the same");
            }
            sum += part.rows();
        }
        this.rows = sum;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return parts[0].columns();
    }

    @Override
    public Format format() {
        return parts[0].format();
    }

    @Override
    public long bytes() {
        long sum = 0;
        for (Matrix part : parts) {
            sum += part.bytes();
        }
        return sum;
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        int at = yAt;
        for (Matrix part : parts) {
            part.multiply(x, xAt, y, at);
            at += part.rows();
        }
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        int at = yAt;
        for (Matrix part : parts) {
            part.multiply(n, x, xAt, xStride, y, at, yStride);
            at += part.rows();
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        int left = row;
        int part = 0;
        while (left >= parts[part].rows()) {
            left -= parts[part++].rows();
        }
        parts[part].row(left, out, at);
    }
}
