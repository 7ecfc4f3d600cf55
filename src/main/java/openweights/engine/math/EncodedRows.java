package openweights.engine.math;

import openweights.engine.block.BlockType;

/** The rows of another matrix, rounded to blocks. */
record EncodedRows(RowMatrix source, BlockType type) implements BlockMatrix.BlockRows {

    @Override
    public void read(int from, int to, byte[] out) {
        int blocks = type.blocks(source.columns());
        float[] row = new float[blocks * type.weights()]; // unused weights at its end stay zero
        Block block = new Block();
        source.load(from, to, block);
        for (int r = from; r < to; r++) {
            block.row(r - from, row, 0);
            type.encode(row, 0, blocks, out, (r - from) * blocks * type.bytes());
        }
    }

    @Override
    public int rowsAtOnce() {
        return source.rowsAtOnce();
    }
}
