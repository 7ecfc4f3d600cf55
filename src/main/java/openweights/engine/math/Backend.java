package openweights.engine.math;

import java.util.Optional;
import java.util.function.UnaryOperator;
import openweights.engine.block.BlockType;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;

/**
 * What computes: a kernel for one thread, and a pool of threads. A model asks it for matrices and
 * never needs to know which kernel runs.
 *
 * <pre>{@code
 * Backend backend = Backend.best();
 * Matrix w = backend.matrix(Format.BF16, rows, columns, Bytes.of(buffer));
 * w.multiply(x, 0, y, 0);
 * }</pre>
 *
 * @param kernel single-threaded arithmetic
 * @param pool the threads
 */
public record Backend(Kernel kernel, Pool pool) {

    /**
     * The fastest kernel for this machine, on all its processors. The system properties {@code
     * openweights.kernel} and {@code openweights.threads} override that. The first use on a machine
     * measures the kernels for about a second.
     */
    public static Backend best() {
        return new Backend(KernelSelector.kernel(), Pool.shared());
    }

    /**
     * The kernel of this name, on so many threads; the fastest and one for each processor where
     * nothing is given.
     *
     * @throws openweights.base.UserException if there is no such kernel, or no thread
     */
    public static Backend of(Optional<String> kernel, Optional<Integer> threads) {
        return new Backend(
                kernel.map(Kernels::named).orElseGet(KernelSelector::kernel),
                threads.map(Pool::new).orElseGet(Pool::shared));
    }

    /**
     * The same kernel on a new pool of threads.
     *
     * @throws openweights.base.UserException if {@code threads} is below 1
     */
    public Backend on(int threads) {
        return new Backend(kernel, new Pool(threads));
    }

    /** The kernel and the number of threads, such as {@code vector-512, 2 threads}. */
    public String name() {
        int threads = pool.threads();
        return kernel.name() + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    /**
     * A float32 matrix backed by {@code weights}: {@code rows * columns} numbers, row by row.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Matrix matrix(int rows, int columns, float[] weights) {
        return new FloatMatrix(this, rows, columns, weights);
    }

    /**
     * A float32, bf16, or float16 matrix backed by raw little-endian bytes, row by row.
     *
     * @throws IllegalArgumentException if the bytes are not {@code rows * columns} weights
     */
    public Matrix matrix(Format format, int rows, int columns, Bytes weights) {
        return new StoredMatrix(this, rows, columns, new StoredWeights(format, weights));
    }

    /**
     * The same for weights that are stored transposed, as {@code [inputs][outputs]}, which is how
     * GPT-2's are. The result is a matrix of {@code outputs} rows.
     */
    public Matrix transposed(Format format, int inputs, int outputs, Bytes weights) {
        return new TransposedMatrix(this, outputs, inputs, new StoredWeights(format, weights));
    }

    /**
     * A matrix backed by blocks of weights as they lie in a file, row by row. If {@code columns} is
     * no multiple of a block's weights, the last block of each row has unused weights.
     *
     * @throws IllegalArgumentException if there are more or fewer bytes
     */
    public Matrix matrix(BlockType type, int rows, int columns, Bytes blocks) {
        return new StoredBlocks(this, rows, columns, type, blocks);
    }

    /**
     * The same weights in arrays on the heap, which products read fastest. The first product loads
     * them; a row requested earlier is read from {@code source}.
     */
    public Matrix inMemory(Matrix source) {
        return each(source, m -> new LazyMatrix(this, m, m.bytesInMemory(), RowMatrix::inMemory));
    }

    /**
     * The same weights rounded to blocks, when the first product loads them; see {@link
     * BlockType#encode}.
     */
    public Matrix quantized(Matrix source, BlockType type) {
        return each(
                source,
                m ->
                        new LazyMatrix(
                                this,
                                m,
                                BlockMatrix.bytes(m.rows(), m.columns(), type),
                                all -> quantize(all, type)));
    }

    private BlockMatrix quantize(RowMatrix source, BlockType type) {
        return BlockMatrix.of(
                this, source.rows(), source.columns(), type, new EncodedRows(source, type));
    }

    private static Matrix each(Matrix source, UnaryOperator<RowMatrix> change) {
        return source instanceof FusedMatrix stack
                ? stack.each(change)
                : change.apply((RowMatrix) source);
    }

    /**
     * Several matrices with the same input as one matrix: their outputs follow one another.
     *
     * @throws IllegalArgumentException if they differ in their number of columns
     */
    public Matrix stack(Matrix... parts) {
        return FusedMatrix.of(this, parts);
    }
}
