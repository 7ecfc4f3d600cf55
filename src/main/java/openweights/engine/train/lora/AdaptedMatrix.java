package openweights.engine.train.lora;

import java.util.List;
import openweights.engine.math.Matrix;

/**
 * A frozen matrix with low-rank updates beside it: {@code y = W x + scale * B (A x)}.
 *
 * @param added the updates, each for a range of the outputs
 */
record AdaptedMatrix(Matrix base, List<Added> added) implements Matrix {

    /**
     * An update of some outputs.
     *
     * @param at the first of these outputs
     */
    record Added(int at, Matrix a, Matrix b, float scale) {

        /** The same update, for outputs so many rows further down. */
        Added shifted(int outputs) {
            return new Added(at + outputs, a, b, scale);
        }

        void multiply(float[] x, int xAt, float[] y, int yAt) {
            float[] inner = new float[a.rows()];
            float[] outer = new float[b.rows()];
            a.multiply(x, xAt, inner, 0);
            b.multiply(inner, 0, outer, 0);
            for (int i = 0; i < outer.length; i++) {
                y[yAt + at + i] += scale * outer[i];
            }
        }
    }

    @Override
    public int rows() {
        return base.rows();
    }

    @Override
    public int columns() {
        return base.columns();
    }

    @Override
    public long bytes() {
        return base.bytes() + added.stream().mapToLong(p -> p.a.bytes() + p.b.bytes()).sum();
    }

    @Override
    public void multiply(float[] x, int xAt, float[] y, int yAt) {
        base.multiply(x, xAt, y, yAt);
        added.forEach(part -> part.multiply(x, xAt, y, yAt));
    }

    @Override
    public void multiply(int n, float[] x, int xAt, int xStride, float[] y, int yAt, int yStride) {
        base.multiply(n, x, xAt, xStride, y, yAt, yStride);
        for (int i = 0; i < n; i++) {
            int from = xAt + i * xStride;
            int to = yAt + i * yStride;
            added.forEach(part -> part.multiply(x, from, y, to));
        }
    }

    /** A row of W + scale * B A. */
    @Override
    public void row(int row, float[] out, int at) {
        base.row(row, out, at);
        float[] rowOfA = new float[columns()];
        for (Added part : added) {
            int own = row - part.at;
            if (own >= 0 && own < part.b.rows()) {
                float[] rowOfB = new float[part.b.columns()];
                part.b.row(own, rowOfB, 0);
                for (int k = 0; k < rowOfB.length; k++) {
                    part.a.row(k, rowOfA, 0);
                    for (int j = 0; j < rowOfA.length; j++) {
                        out[at + j] += part.scale * rowOfB[k] * rowOfA[j];
                    }
                }
            }
        }
    }
}
