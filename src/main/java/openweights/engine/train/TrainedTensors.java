package openweights.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.model.Config;
import openweights.engine.model.Model;
import openweights.engine.model.layer.Tensors;
import openweights.engine.train.network.Parameter;

/** The current weights of a training, as tensors for the engine's model. */
public record TrainedTensors(Map<String, float[]> values, Backend backend) implements Tensors {

    /** A model with a copy of the current weights. */
    public static Model model(Config config, Trainable training, Backend backend) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter p : training.parameters().all()) {
            values.put(p.name(), p.from(training.weights()));
        }
        return new Model(config, new TrainedTensors(values, backend), backend);
    }

    /**
     * A copy of one tensor's values, row by row.
     *
     * @throws IllegalArgumentException if no tensor has that name
     */
    public static float[] copy(Trainable training, String name) {
        return training.parameters().all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(training, name))
                .from(training.weights());
    }

    private static IllegalArgumentException unknown(Trainable training, String name) {
        return new IllegalArgumentException(
                "No tensor is called \""
                        + name
                        + "\". The tensors are: "
                        + training.parameters().all().stream()
                                .map(Parameter::name)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return backend.matrix(rows, columns, vector(name, rows * columns));
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        throw new UnsupportedOperationException("Llama stores no transposed matrices: " + name);
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        throw new UnsupportedOperationException("Llama stores no stacked matrices: " + name);
    }

    @Override
    public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
        throw new UnsupportedOperationException("Llama stores no stacked matrices: " + name);
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return backend.stack(parts);
    }

    @Override
    public float[] vector(String name, int size) {
        return Objects.requireNonNull(values.get(name), name);
    }

    @Override
    public float[] vector(String name, int index, int count, int size) {
        throw new UnsupportedOperationException("Llama stores no stacked vectors: " + name);
    }

    @Override
    public float[] kernels(String name, int channels, int size) {
        throw new UnsupportedOperationException("Llama has no convolutions: " + name);
    }

    @Override
    public float scalar(String name) {
        throw new UnsupportedOperationException("Llama stores no single numbers: " + name);
    }
}
