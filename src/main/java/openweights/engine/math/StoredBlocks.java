package openweights.engine.math;

import openweights.engine.block.BlockType;

/**
 * Rows of blocks that stay where they are, such as in a mapped file. A product decodes each row
 * first, which is slow; {@link #inMemory} is for speed.
 */
final class StoredBlocks extends RowMatrix implements BlockMatrix.BlockRows {

    private final BlockType type;
    private final Bytes bytes;

    StoredBlocks(Backend backend, int rows, int columns, BlockType type, Bytes bytes) {
        super(backend, rows, columns);
        this.type = type;
        this.bytes = bytes;
        if (bytes.length() != bytes()) {
            throw new IllegalArgumentException(
                    "matrix [%d, %d] in blocks of type %s needs %d bytes, found %d"
                            .formatted(rows, columns, type, bytes(), bytes.length()));
        }
    }

    private int rowBytes() {
        return type.blocks(columns()) * type.bytes();
    }

    @Override
    public long bytes() {
        return (long) rows() * rowBytes();
    }

    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        float[] row = new float[columns()];
        for (int r = from; r < to; r++) {
            row(r, row, 0);
            kernel().multiply(row, 0, 1, columns(), x.numbers(), x.at(), y, yAt + r - from);
        }
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        int blocks = type.blocks(width);
        byte[] stored = new byte[blocks * type.bytes()];
        float[] part = new float[blocks * type.weights()];
        for (int r = from; r < to; r++) {
            long at = (long) r * rowBytes() + (long) (column / type.weights()) * type.bytes();
            bytes.slice(at, stored.length).get(stored, 0, stored.length);
            type.decode(stored, 0, blocks, part, 0);
            kernel().transpose(part, 0, width, 1, width, out, r - from, stride);
        }
    }

    @Override
    RowMatrix inMemory() {
        return BlockMatrix.of(backend(), rows(), columns(), type, this);
    }

    @Override
    long bytesInMemory() {
        return BlockMatrix.bytes(rows(), columns(), type);
    }

    @Override
    public void read(int from, int to, byte[] out) {
        int count = (to - from) * rowBytes();
        bytes.slice((long) from * rowBytes(), count).get(out, 0, count);
    }

    @Override
    public void row(int row, float[] out, int at) {
        byte[] blocks = new byte[rowBytes()];
        read(row, row + 1, blocks);
        float[] weights = new float[type.blocks(columns()) * type.weights()];
        type.decode(blocks, 0, type.blocks(columns()), weights, 0);
        System.arraycopy(weights, 0, out, at, columns());
    }
}
