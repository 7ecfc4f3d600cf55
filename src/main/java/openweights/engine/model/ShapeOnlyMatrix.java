package openweights.engine.model;

import openweights.engine.math.Matrix;

/** The shape of a matrix, without numbers. */
record ShapeOnlyMatrix(int rows, int columns) implements Matrix {

    @Override
    public long bytes() {
        return (long) rows * columns * Float.BYTES;
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        throw new UnsupportedOperationException("a manifest has shapes only");
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        throw new UnsupportedOperationException("a manifest has shapes only");
    }

    @Override
    public void row(int row, float[] out, int at) {
        throw new UnsupportedOperationException("a manifest has shapes only");
    }
}
