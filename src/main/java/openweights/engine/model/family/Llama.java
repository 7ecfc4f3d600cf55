package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.model.layer.Tensors;

/**
 * Llama 2, 3 and 3.1, and other models of this architecture: RMSNorm, rotary position embeddings,
 * grouped-query attention, a gated feed-forward block, rarely a bias, usually an untied output
 * head. Most later families have these keys, and a few more; see {@link LlamaNetwork}.
 */
public record Llama(
        int vocabSize,
        int hiddenSize,
        int intermediateSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int numKeyValueHeads,
        int headDim,
        Nonlinearity hiddenAct,
        int maxPositionEmbeddings,
        float rmsNormEps,
        RopeParameters ropeParameters,
        boolean attentionBias,
        boolean mlpBias,
        boolean tieWordEmbeddings)
        implements Family {

    /** Keys of Llama that most related families do not have. */
    static final String[] BIASES = {"attention_bias", "mlp_bias"};

    public Llama {
        ropeParameters.requireFits(headDim);
    }

    public static Llama read(Keys keys) {
        return read(keys, 1e4);
    }

    /**
     * Reads the keys of a family that rotates whole heads with this theta unless told otherwise.
     */
    public static Llama read(Keys keys, double theta) {
        Keys all = keys.otherwise("max_position_embeddings", 2048);
        return read(all, "hidden_act", RopeReader.whole(all, theta));
    }

    /** Reads the keys of a family with another name for the activation, or other rotations. */
    public static Llama read(Keys keys, String activation, RopeParameters rope) {
        int width = keys.size("hidden_size");
        int heads = keys.size("num_attention_heads");
        return new Llama(
                keys.size("vocab_size"),
                width,
                keys.size("intermediate_size"),
                keys.size("num_hidden_layers"),
                heads,
                keys.optionalSize("num_key_value_heads").orElse(heads),
                keys.optionalSize("head_dim").orElseGet(() -> Dimensions.headSize(width, heads)),
                Nonlinearity.read(keys, "silu", activation),
                keys.size("max_position_embeddings"),
                keys.number(1e-6, "rms_norm_eps"),
                rope,
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
        return new LlamaNetwork(this, tensors).build();
    }
}
