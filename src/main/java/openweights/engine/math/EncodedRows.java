package openweights.engine.math;

import openweights.engine.block.BlockType;
import openweights.engine.math.kernel.TileLayout;

/** The rows of another matrix, rounded to blocks. */
record EncodedRows(RowMatrix source, BlockType type) implements BlockMatrix.BlockRows {

    @Override
    public void read(int from, int to, byte[] out) {
        int blocks = type.blocks(source.columns());
        int size = blocks * type.weights();
        float[] rows = rows(from, to, size);
        for (int r = 0; r < to - from; r++) {
            type.encode(rows, r * size, blocks, out, r * blocks * type.bytes());
        }
    }

    /** {@code [to - from][size]}; unused weights at the end of a row are zero. */
    private float[] rows(int from, int to, int size) {
        int n = to - from;
        float[] rows = new float[n * size];
        int stride = (n + TileLayout.ROWS - 1) / TileLayout.ROWS * TileLayout.ROWS;
        float[] part = new float[InputGroups.SLICE * stride];
        for (int c = 0; c < source.columns(); c += InputGroups.SLICE) {
            int width = Math.min(InputGroups.SLICE, source.columns() - c);
            source.load(from, to, c, width, part, stride);
            for (int r = 0; r < n; r++) {
                for (int i = 0; i < width; i++) {
                    rows[r * size + c + i] = part[i * stride + r];
                }
            }
        }
        return rows;
    }

    @Override
    public int rowsAtOnce() {
        return source.rowsAtOnce();
    }
}
