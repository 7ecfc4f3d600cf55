package openweights.engine.math;

import java.util.function.UnaryOperator;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.math.thread.Pool;

/**
 * Where the arithmetic happens: a kernel for one thread and a pool of threads. A model asks it for
 * matrices and never needs to know which kernel it got.
 *
 * <pre>{@code
 * Backend backend = Backend.best();
 * Matrix w = backend.matrix(Format.BF16, rows, columns, Bytes.of(buffer));
 * w.multiply(x, 0, y, 0);
 * }</pre>
 *
 * @param kernel the arithmetic of one thread
 * @param pool the threads
 */
public record Backend(Kernel kernel, Pool pool) {

    /**
     * The fastest kernel of this machine on all its processors. The system properties {@code
     * openweights.kernel} and {@code openweights.threads} choose otherwise; the first use on a
     * machine measures for a second.
     */
    public static Backend best() {
        return new Backend(KernelSelector.kernel(), Pool.shared());
    }

    /** The same kernel on so many threads of its own. */
    public Backend on(int threads) {
        return new Backend(kernel, new Pool(threads));
    }

    /** The kernel and the number of threads, such as {@code vector-512, 2 threads}. */
    public String name() {
        int threads = pool.threads();
        return kernel.name() + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** A float32 matrix on {@code weights} itself: {@code rows * columns} numbers, row by row. */
    public Matrix matrix(int rows, int columns, float[] weights) {
        return new FloatMatrix(this, rows, columns, weights);
    }

    /**
     * A float32 or bf16 matrix on raw little-endian bytes, row by row.
     *
     * @throws IllegalArgumentException if the bytes are not {@code rows * columns} weights, or the
     *     format is int8, which needs scales
     */
    public Matrix matrix(Format format, int rows, int columns, Bytes weights) {
        return new StoredMatrix(this, rows, columns, new StoredWeights(format, weights));
    }

    /**
     * The same for a file that holds the transpose, {@code inputs x outputs}, as GPT-2's do. The
     * result is a matrix of {@code outputs} rows.
     */
    public Matrix transposed(Format format, int inputs, int outputs, Bytes weights) {
        return new TransposedMatrix(this, outputs, inputs, new StoredWeights(format, weights));
    }

    /**
     * An int8 matrix: weight [r, c] is {@code weights[r * columns + c] * scales[r * groups + c /
     * group]} with {@code groups = ceil(columns / group)}.
     */
    public Matrix matrix(int rows, int columns, int group, byte[] weights, float[] scales) {
        return new ByteMatrix(this, rows, columns, group, weights, scales);
    }

    /**
     * The same weights in arrays, which products read fastest. They are read with the first
     * product, so {@code source} need not be fast; rows asked for before come from there.
     */
    public Matrix inMemory(Matrix source) {
        return each(
                source, m -> new LazyMatrix(this, m, m.format(), m.bytes(), RowMatrix::inMemory));
    }

    /**
     * An int8 matrix with the nearest values to {@code source}'s, made with the first product; see
     * {@link ByteMatrix#of}.
     */
    public Matrix quantized(Matrix source, int group) {
        return each(
                source,
                m ->
                        new LazyMatrix(
                                this,
                                m,
                                Format.INT8,
                                ByteMatrix.bytes(m.rows(), m.columns(), group),
                                all -> ByteMatrix.of(this, all, group)));
    }

    private static Matrix each(Matrix source, UnaryOperator<RowMatrix> change) {
        return source instanceof FusedMatrix stack
                ? stack.each(change)
                : change.apply((RowMatrix) source);
    }

    /** Several matrices with the same input as one: the outputs follow one another. */
    public Matrix stack(Matrix... parts) {
        return FusedMatrix.of(this, parts);
    }
}
