package openweights.train.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.math.Activation;
import openweights.math.Backend;
import openweights.math.Matrix;
import openweights.model.Config;
import openweights.model.Llama;
import openweights.model.Model;
import openweights.model.RopeParameters;
import openweights.model.SpecialIds;
import openweights.model.Tensors;
import openweights.token.Tokenizer;
import openweights.train.Learner;
import openweights.train.network.Parameter;
import openweights.train.network.Shape;

/** Weights out of a training, as they are at the moment, for the engine's model. */
record TrainedTensors(Map<String, float[]> numbers, Backend backend) implements Tensors {

    /** The engine's model with a copy of the weights. */
    static Model model(Shape shape, Tokenizer tokenizer, Learner learner, Backend backend) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        for (Parameter p : learner.parameters().all()) {
            numbers.put(p.name(), p.from(learner.weights()));
        }
        SpecialIds special =
                new SpecialIds(
                        Optional.of(tokenizer.idOf(Texts.BEGIN).orElseThrow()),
                        Set.of(tokenizer.idOf(Texts.END).orElseThrow()));
        Config config = new Config("llama", family(shape), special);
        return new Model(config, new TrainedTensors(numbers, backend), backend);
    }

    private static Llama family(Shape shape) {
        return new Llama(
                shape.vocabSize(),
                shape.hiddenSize(),
                shape.intermediateSize(),
                shape.numHiddenLayers(),
                shape.numAttentionHeads(),
                shape.numKeyValueHeads(),
                shape.headSize(),
                Activation.SILU,
                shape.maxPositionEmbeddings(),
                (float) shape.rmsNormEps(),
                new RopeParameters("default", (float) shape.ropeTheta(), 1, 1, 1, 1),
                false,
                false,
                true);
    }

    /** One tensor's numbers. */
    static float[] copy(Learner learner, String name) {
        return learner.parameters().all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(learner, name))
                .from(learner.weights());
    }

    private static IllegalArgumentException unknown(Learner learner, String name) {
        return new IllegalArgumentException(
                "There is no tensor \""
                        + name
                        + "\". There are: "
                        + learner.parameters().all().stream()
                                .map(Parameter::name)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean has(String name) {
        return numbers.containsKey(name);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return backend.matrix(rows, columns, numbers.get(name));
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
        return numbers.get(name);
    }
}
