package openweights.engine.math;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A matrix whose weights are loaded by its first product, so that opening a model reads none of
 * them. A row requested earlier is read from the source alone.
 */
final class LazyMatrix extends RowMatrix {

    private final long bytes;
    private final RowMatrix source;
    private final UnaryOperator<RowMatrix> load;
    private volatile @Nullable RowMatrix loaded;

    /**
     * @param load converts {@code source}, or a single row of it, to the matrix that products use
     */
    LazyMatrix(Backend backend, RowMatrix source, long bytes, UnaryOperator<RowMatrix> load) {
        super(backend, source.rows(), source.columns());
        this.bytes = bytes;
        this.source = source;
        this.load = load;
    }

    @Override
    RowMatrix ready() {
        if (loaded == null) {
            synchronized (this) {
                if (loaded == null) {
                    loaded = load.apply(source);
                }
            }
        }
        return loaded;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    void rows(int from, int to, Input x, float[] y, int yAt) {
        ready().rows(from, to, x, y, yAt);
    }

    @Override
    void prepare(Input x) {
        ready().prepare(x);
    }

    @Override
    int rowsTogether() {
        return ready().rowsTogether();
    }

    @Override
    void load(int from, int to, int column, int width, float[] out, int stride) {
        ready().load(from, to, column, width, out, stride);
    }

    @Override
    float readAhead(int row, int column, int width, int part, int parts) {
        return ready().readAhead(row, column, width, part, parts);
    }

    @Override
    public void row(int row, float[] out, int at) {
        RowMatrix all = loaded;
        if (all != null) {
            all.row(row, out, at);
        } else {
            float[] numbers = new float[columns()];
            source.row(row, numbers, 0);
            load.apply(new FloatMatrix(backend(), 1, columns(), numbers)).row(0, out, at);
        }
    }
}
