package openweights.engine.math;

import openweights.engine.block.BlockCodes;
import openweights.engine.block.BlockType;
import openweights.engine.math.kernel.TileLayout;

/** Weights in blocks, rearranged in tiles of 16 rows for fast products; see {@link TileLayout}. */
final class BlockMatrix extends TileMatrix {

    private static final int ROWS = TileLayout.ROWS;

    private final BlockType type;
    private final TileLayout layout;
    private final int runs; // in a row
    private final int[] tiles;

    private BlockMatrix(Backend backend, int rows, int columns, BlockType type) {
        super(backend, rows, columns, ROWS);
        this.type = type;
        this.layout = TileLayout.of(type);
        this.runs = runs(type, columns);
        this.tiles = new int[Math.toIntExact(bytes() / Integer.BYTES)];
    }

    /** A source of rows in blocks, to be called from several threads. */
    interface BlockRows {

        /** Writes rows {@code from} to {@code to} to {@code out}, without gaps. */
        void read(int from, int to, byte[] out);

        /** How many rows are best read at once. */
        int rowsAtOnce();
    }

    static BlockMatrix of(
            Backend backend, int rows, int columns, BlockType type, BlockRows source) {
        BlockMatrix matrix = new BlockMatrix(backend, rows, columns, type);
        int grain = (source.rowsAtOnce() + ROWS - 1) / ROWS;
        backend.pool()
                .each(
                        tiles(rows, ROWS),
                        grain,
                        (from, to) -> {
                            for (int t = from; t < to; t += grain) {
                                matrix.fill(t, Math.min(to, t + grain), source);
                            }
                        });
        return matrix;
    }

    /** Bytes that such a matrix takes. */
    static long bytes(int rows, int columns, BlockType type) {
        long runInts = TileLayout.of(type).runInts();
        return Integer.BYTES * runInts * tiles(rows, ROWS) * runs(type, columns);
    }

    private static int runs(BlockType type, int columns) {
        return type.blocks(columns) * (type.weights() / type.run());
    }

    private int tileInts() {
        return runs * layout.runInts();
    }

    private void fill(int from, int to, BlockRows source) {
        int rowBytes = type.blocks(columns()) * type.bytes();
        int first = from * ROWS;
        int end = Math.min(rows(), to * ROWS);
        byte[] bytes = new byte[Math.multiplyExact(end - first, rowBytes)];
        source.read(first, end, bytes);
        BlockCodes codes = new BlockCodes();
        for (int r = first; r < end; r++) {
            fillRow(bytes, (r - first) * rowBytes, codes, r / ROWS * tileInts() + r % ROWS);
        }
    }

    private void fillRow(byte[] bytes, int from, BlockCodes codes, int at) {
        int runsPerBlock = type.weights() / type.run();
        for (int b = 0; b < type.blocks(columns()); b++) {
            type.read(bytes, from + b * type.bytes(), codes);
            for (int run = 0; run < runsPerBlock; run++) {
                layout.store(
                        codes.values,
                        run * type.run(),
                        codes.scales[run],
                        codes.minimums[run],
                        tiles,
                        at + (b * runsPerBlock + run) * layout.runInts());
            }
        }
    }

    @Override
    public long bytes() {
        return bytes(rows(), columns(), type);
    }

    @Override
    void prepare(Input x) {
        x.prepare(kernel(), layout, runs, columns());
    }

    @Override
    void multiply(int tile, int count, Input x, float[] y, int yAt) {
        kernel().multiply(layout, tiles, tile * tileInts(), count, x.tiled(layout), y, yAt);
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        int part = (width - 1) / layout.run() + 1;
        for (int r = from; r < to; r += ROWS) {
            int at = r / ROWS * tileInts() + column / layout.run() * layout.runInts();
            kernel().widen(layout, tiles, at, part, out, r - from, stride);
        }
    }

    @Override
    public void row(int row, float[] out, int at) {
        float[] run = new float[type.run()];
        int from = row / ROWS * tileInts() + row % ROWS;
        for (int c = 0, i = from; c < columns(); c += run.length, i += layout.runInts()) {
            layout.load(tiles, i, run, 0, 1);
            System.arraycopy(run, 0, out, at + c, Math.min(run.length, columns() - c));
        }
    }
}
