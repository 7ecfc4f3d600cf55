package openweights.engine.math;

import openweights.engine.block.BlockType;

/** The rows of another matrix, rounded to blocks. */
record EncodedRows(RowMatrix source, BlockType type) implements BlockMatrix.BlockRows {

    @Override
    public void read(int from, int to, byte[] out) {
        int blocks = type.blocks(source.columns());
        int size = blocks * type.weights();
        float[] rows = new float[(to - from) * size]; // unused weights at a row's end stay zero
        source.read(from, to, rows, size);
        for (int r = 0; r < to - from; r++) {
            type.encode(rows, r * size, blocks, out, r * blocks * type.bytes());
        }
    }

    @Override
    public int rowsAtOnce() {
        return source.rowsAtOnce();
    }
}
