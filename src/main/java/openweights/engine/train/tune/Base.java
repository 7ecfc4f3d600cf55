package openweights.engine.train.tune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.Config;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.RopeParameters.RopeType;
import openweights.engine.model.family.Llama;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.weights.Checkpoint;

/**
 * A released model to begin from: weights, config and tokenizer are all that it takes.
 *
 * <pre>{@code
 * Base base = Base.open(Path.of("lessons/models/seedling-weights"));
 * }</pre>
 */
public final class Base {

    private final Path folder;
    private final Config config;
    private final NetworkConfig shape;
    private final Parameters parameters;
    private final float[] weights;
    private final Tokenizer tokenizer;

    private Base(Path folder) throws IOException {
        Model.open(folder); // whether config and tensors fit each other
        this.folder = folder;
        this.config = Config.read(folder);
        this.shape = shape(folder, config);
        this.parameters = new Parameters(shape);
        this.weights = new float[parameters.size()];
        this.tokenizer = Tokenizer.open(folder);
        Checkpoint checkpoint = Checkpoint.open(folder);
        for (Parameter p : parameters.all()) {
            p.into(weights, checkpoint.tensor(p.name()).floats());
        }
    }

    /**
     * Reads a model's folder.
     *
     * @throws ModelException if it is no model, or one that cannot learn here
     */
    public static Base open(Path folder) {
        try {
            return new Base(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NetworkConfig shape(Path folder, Config config) {
        if (!(config.family() instanceof Llama llama)) {
            throw cannot(folder, "is of the family \"" + config.modelType() + "\"");
        }
        if (!llama.tieWordEmbeddings() || llama.attentionBias() || llama.mlpBias()) {
            throw cannot(folder, "has a head of its own or biases");
        }
        if (llama.hiddenAct() != Activation.SILU
                || llama.ropeParameters().ropeType() != RopeType.DEFAULT) {
            throw cannot(folder, "has another activation or stretched positions");
        }
        if (llama.headDim() * llama.numAttentionHeads() != llama.hiddenSize()) {
            throw cannot(folder, "has heads that together are not as wide as the model");
        }
        return new NetworkConfig(
                llama.vocabSize(),
                llama.hiddenSize(),
                llama.intermediateSize(),
                llama.numHiddenLayers(),
                llama.numAttentionHeads(),
                llama.numKeyValueHeads(),
                llama.maxPositionEmbeddings(),
                llama.rmsNormEps(),
                llama.ropeParameters().ropeTheta());
    }

    private static ModelException cannot(Path folder, String what) {
        return new ModelException(
                folder
                        + ": this model "
                        + what
                        + ". What learns here are models of Llama's build with tied embeddings and without biases, such as lessons/models/seedling.");
    }

    public Path folder() {
        return folder;
    }

    public Config config() {
        return config;
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** The token that ends a text. */
    int end() {
        return config.special().end().stream()
                .min(Integer::compare)
                .orElseThrow(
                        () ->
                                new ModelException(
                                        folder
                                                + "/config.json has no eos_token_id, so it is not known how a text ends. Add it."));
    }

    NetworkConfig shape() {
        return shape;
    }

    Parameters parameters() {
        return parameters;
    }

    /** A copy of all weights. */
    float[] weights() {
        return weights.clone();
    }
}
