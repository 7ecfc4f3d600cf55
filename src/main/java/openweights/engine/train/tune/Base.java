package openweights.engine.train.tune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.Config;
import openweights.engine.model.Model;
import openweights.engine.model.ModelFiles;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.family.Llama;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;

/**
 * A released model to fine-tune. Its weights, config and tokenizer are enough. Of weights in 8 or 4
 * bits, the numbers that they stand for are trained from, as QLoRA does.
 *
 * <pre>{@code
 * Base base = Base.open(Path.of("lessons/models/seedling-weights"));
 * }</pre>
 */
public final class Base {

    private final Path folder;
    private final Config config;
    private final NetworkConfig network;
    private final Parameters parameters;
    private final float[] weights;
    private final Tokenizer tokenizer;

    private Base(Path folder) throws IOException {
        Model.open(folder); // checks that config and tensors match
        this.folder = folder;
        this.config = Config.read(folder);
        this.network = network(folder, config);
        this.parameters = new Parameters(network);
        this.weights = new float[parameters.size()];
        this.tokenizer = Tokenizer.open(folder);
        TensorSource tensors = ModelFiles.of(folder).tensors();
        requireTied(folder, tensors);
        for (Parameter p : parameters.all()) {
            p.into(weights, floats(tensors.tensor(p.name())));
        }
    }

    /**
     * Reads a model's folder.
     *
     * @throws ModelException if the folder has no model, or one that cannot be trained here
     */
    public static Base open(Path folder) {
        try {
            return new Base(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NetworkConfig network(Path folder, Config config) {
        if (!(config.family() instanceof Llama llama)) {
            throw unsupported(folder, "is of the family \"" + config.modelType() + "\"");
        }
        if (!llama.tieWordEmbeddings() || llama.attentionBias() || llama.mlpBias()) {
            throw unsupported(folder, "has an untied head or biases");
        }
        if (!llama.hiddenAct().equals(new Nonlinearity.OfKernel(Activation.SILU))
                || !llama.ropeParameters().unscaled()) {
            throw unsupported(folder, "has another activation or scaled rotary positions");
        }
        if (llama.headDim() * llama.numAttentionHeads() != llama.hiddenSize()) {
            throw unsupported(folder, "has heads that do not add up to its hidden size");
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

    /** A file may hold a head that differs from the embedding, whatever config.json says. */
    private static void requireTied(Path folder, TensorSource tensors) {
        String head = "lm_head.weight";
        if (tensors.contains(head)
                && !Arrays.equals(
                        floats(tensors.tensor(head)),
                        floats(tensors.tensor("model.embed_tokens.weight")))) {
            throw unsupported(folder, "has an output head of its own in its file");
        }
    }

    private static float[] floats(TensorView tensor) {
        return tensor.floats(0, Math.toIntExact(tensor.elements()));
    }

    private static ModelException unsupported(Path folder, String what) {
        return new ModelException(
                folder
                        + ": this model "
                        + what
                        + ". Only Llama models with tied embeddings and without biases can be trained here, such as lessons/models/seedling.");
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

    /** The id of the token that ends a text. */
    int end() {
        return config.special().end().stream()
                .min(Integer::compare)
                .orElseThrow(
                        () ->
                                new ModelException(
                                        folder
                                                + "/config.json has no eos_token_id, so the end of a text is unknown. Add it."));
    }

    NetworkConfig network() {
        return network;
    }

    Parameters parameters() {
        return parameters;
    }

    /** A copy of all weights. */
    float[] weights() {
        return weights.clone();
    }
}
