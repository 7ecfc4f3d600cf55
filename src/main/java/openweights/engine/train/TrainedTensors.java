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

/** Weights out of a training, as they are at the moment, for the engine's model. */
public record TrainedTensors(Map<String, float[]> numbers, Backend backend) implements Tensors {

    /** The engine's model with a copy of the weights. */
    public static Model model(Config config, Trainable learning, Backend backend) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        for (Parameter p : learning.parameters().all()) {
            numbers.put(p.name(), p.from(learning.weights()));
        }
        return new Model(config, new TrainedTensors(numbers, backend), backend);
    }

    /**
     * One tensor's numbers, row after row.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static float[] copy(Trainable learning, String name) {
        return learning.parameters().all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(learning, name))
                .from(learning.weights());
    }

    private static IllegalArgumentException unknown(Trainable learning, String name) {
        return new IllegalArgumentException(
                "There is no tensor \""
                        + name
                        + "\". There are: "
                        + learning.parameters().all().stream()
                                .map(Parameter::name)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean has(String name) {
        return numbers.containsKey(name);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return backend.matrix(rows, columns, vector(name, rows * columns));
    }

    @Override
    public Matrix transposed(String name, int rows, int columns) {
        throw new UnsupportedOperationException("Llama stores no transposed matrix: " + name);
    }

    @Override
    public Matrix slice(String name, int index, int count, int rows, int columns) {
        throw new UnsupportedOperationException("Llama stores no stacked matrices: " + name);
    }

    @Override
    public Matrix stack(Matrix... parts) {
        return backend.stack(parts);
    }

    @Override
    public float[] vector(String name, int size) {
        return Objects.requireNonNull(numbers.get(name), name);
    }
}
