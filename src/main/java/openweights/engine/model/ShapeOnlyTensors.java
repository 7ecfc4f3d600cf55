package openweights.engine.model;

import java.util.stream.Stream;
import openweights.engine.math.Matrix;
import openweights.engine.model.layer.Tensors;

/** Tensors of which only names and shapes matter: whoever asks for one gets no numbers. */
abstract class ShapeOnlyTensors implements Tensors {

    /** A tensor by itself was asked for. */
    abstract void requireEach(String name, long... shape);

    /** A tensor that holds several was asked for, once more for each of them. */
    abstract void require(String name, long... shape);

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        requireEach(name, rows, columns);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        requireEach(name, columns, rows);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        require(name, count, rows, columns);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
        require(name, count, columns, rows);
        return new ShapeOnlyMatrix(rows, columns);
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return new ShapeOnlyMatrix(
                Stream.of(parts).mapToInt(Matrix::rows).sum(), parts[0].columns());
    }

    @Override
    public float[] vector(String name, int size) {
        requireEach(name, size);
        return new float[0];
    }

    @Override
    public float[] vector(String name, int index, int count, int size) {
        require(name, count, size);
        return new float[0];
    }

    @Override
    public float[] kernels(String name, int channels, int size) {
        requireEach(name, channels, 1, size);
        return new float[0];
    }

    @Override
    public float scalar(String name) {
        requireEach(name);
        return 0;
    }
}
