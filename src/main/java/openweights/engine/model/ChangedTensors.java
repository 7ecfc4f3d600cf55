package openweights.engine.model;

import java.util.List;
import java.util.Optional;
import openweights.engine.math.Matrix;
import openweights.engine.model.layer.Tensors;

/**
 * Tensors that delegate every request to others. A subclass overrides what is different, such as
 * one matrix; see {@link Model#with}.
 */
public abstract class ChangedTensors implements Tensors {

    private final Tensors original;

    protected ChangedTensors(Tensors original) {
        this.original = original;
    }

    @Override
    public boolean has(String name) {
        return original.has(name);
    }

    @Override
    public String prefix(List<String> prefixes, String probe) {
        return original.prefix(prefixes, probe);
    }

    @Override
    public void ignored(String... names) {
        original.ignored(names);
    }

    @Override
    public void requireUnchanged() {
        original.requireUnchanged();
    }

    @Override
    public String origin(String name) {
        return original.origin(name);
    }

    @Override
    public Optional<String> nonFinite() {
        return original.nonFinite();
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return original.matrix(name, rows, columns);
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        return original.transposed(name, rows, columns);
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        return original.slice(name, index, count, rows, columns);
    }

    @Override
    public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
        return original.transposedSlice(name, index, count, rows, columns);
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return original.stack(parts);
    }

    @Override
    public float[] vector(String name, int size) {
        return original.vector(name, size);
    }

    @Override
    public float[] vector(String name, int index, int count, int size) {
        return original.vector(name, index, count, size);
    }

    @Override
    public float[] kernels(String name, int channels, int size) {
        return original.kernels(name, channels, size);
    }

    @Override
    public float scalar(String name) {
        return original.scalar(name);
    }
}
