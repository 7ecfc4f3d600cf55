package openweights.engine.model.family;

import java.util.function.Function;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.Positions;
import openweights.engine.model.layer.Tensors;

/**
 * Llama 2, 3 and 3.1, and other models of this architecture: RMSNorm, rotary position embeddings,
 * grouped-query attention, a gated feed-forward block, rarely a bias, usually an untied output
 * head.
 */
public record Llama(
        int vocabSize,
        int hiddenSize,
        int intermediateSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int numKeyValueHeads,
        int headDim,
        Activation hiddenAct,
        int maxPositionEmbeddings,
        float rmsNormEps,
        RopeParameters ropeParameters,
        boolean attentionBias,
        boolean mlpBias,
        boolean tieWordEmbeddings)
        implements Family {

    public Llama {
        if (headDim % 2 != 0) {
            throw new ModelException(
                    "config.json: \"head_dim\" is "
                            + headDim
                            + "; rotary positions need an even size.");
        }
    }

    static Llama read(Keys keys) {
        int heads = keys.size("num_attention_heads");
        return read(keys, heads, 2048, 1e-6, 1e4);
    }

    /** Reads the keys, with the defaults in which the families of this architecture differ. */
    static Llama read(Keys keys, int keyValueHeads, int context, double epsilon, double theta) {
        int width = keys.size("hidden_size");
        int heads = keys.size("num_attention_heads");
        return new Llama(
                keys.size("vocab_size"),
                width,
                keys.size("intermediate_size"),
                keys.size("num_hidden_layers"),
                heads,
                keys.optionalSize("num_key_value_heads").orElse(keyValueHeads),
                keys.optionalSize("head_dim").orElseGet(() -> Dimensions.headSize(width, heads)),
                Mlp.activation(keys, "silu", "hidden_act"),
                keys.optionalSize("max_position_embeddings").orElse(context),
                keys.number(epsilon, "rms_norm_eps"),
                RopeParameters.read(keys, theta),
                keys.flag(false, "attention_bias"),
                keys.flag(false, "mlp_bias"),
                keys.flag(false, "tie_word_embeddings"));
    }

    @Override
    public Dimensions dimensions() {
        return new Dimensions(
                vocabSize,
                hiddenSize,
                numHiddenLayers,
                numAttentionHeads,
                numKeyValueHeads,
                headDim,
                intermediateSize,
                maxPositionEmbeddings,
                maxPositionEmbeddings);
    }

    @Override
    public Network network(Tensors tensors) {
        return network(tensors, 0, p -> mlp(tensors, p + ".mlp"));
    }

    /** The network with another window (0 for none) or another feed-forward block. */
    Network network(Tensors tensors, int window, Function<String, Mlp> mlp) {
        String p = tensors.prefix("model.", "embed_tokens.weight");
        Matrix embedding =
                tensors.matrix(p + "embed_tokens.weight", vocabSize, hiddenSize); // [V, d]
        return new Network(
                embedding,
                null,
                new Positions.Rotary(ropeParameters.frequencies(headDim)),
                IntStream.range(0, numHiddenLayers)
                        .mapToObj(i -> layer(tensors, p + "layers." + i, window, mlp))
                        .toList(),
                norm(tensors, p + "norm"),
                Network.head(tensors, tieWordEmbeddings, embedding));
    }

    private Network.Layer layer(Tensors tensors, String p, int window, Function<String, Mlp> mlp) {
        return new Network.Layer(
                norm(tensors, p + ".input_layernorm"),
                attention(tensors, p + ".self_attn", window),
                norm(tensors, p + ".post_attention_layernorm"),
                mlp.apply(p));
    }

    private Network.SelfAttention attention(Tensors tensors, String p, int window) {
        tensors.ignored(
                p + ".rotary_emb.inv_freq"); // old files store it, though it can be computed
        int queries = numAttentionHeads * headDim;
        int keys = numKeyValueHeads * headDim;
        float scale = (float) (1 / Math.sqrt(headDim));
        return new Network.SelfAttention(
                Linear.stack(
                        tensors,
                        linear(tensors, p + ".q_proj", queries, hiddenSize, attentionBias),
                        linear(tensors, p + ".k_proj", keys, hiddenSize, attentionBias),
                        linear(tensors, p + ".v_proj", keys, hiddenSize, attentionBias)),
                false,
                new Attention(
                        numAttentionHeads, numKeyValueHeads, headDim, scale, window, new float[0]),
                linear(tensors, p + ".o_proj", hiddenSize, queries, attentionBias));
    }

    Mlp mlp(Tensors tensors, String p) {
        return new GatedFeedForward(
                Linear.stack(
                        tensors,
                        linear(tensors, p + ".gate_proj", intermediateSize, hiddenSize, mlpBias),
                        linear(tensors, p + ".up_proj", intermediateSize, hiddenSize, mlpBias)),
                linear(tensors, p + ".down_proj", hiddenSize, intermediateSize, mlpBias),
                hiddenAct);
    }

    private Norm norm(Tensors tensors, String name) {
        return new Norm.Rms(tensors.vector(name + ".weight", hiddenSize), rmsNormEps);
    }

    private static Linear linear(
            Tensors tensors, String name, int outputs, int inputs, boolean bias) {
        return Linear.read(tensors, name, outputs, inputs, bias);
    }
}
