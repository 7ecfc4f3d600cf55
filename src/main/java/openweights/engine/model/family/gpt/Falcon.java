package openweights.engine.model.family.gpt;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.family.Family;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.model.layer.Tensors;

/**
 * Falcon: LayerNorm, GELU, one tensor for queries, keys and values; both parts of a layer side by
 * side, after one norm or two; rotary positions, or ALiBi in the smallest models.
 *
 * @param numKvHeads K; 1 if all heads share one key and value
 * @param grouped whether queries, keys and values are stored group by group, otherwise all queries
 *     first
 * @param twoNorms whether attention and the feed-forward part have norms of their own
 */
public record Falcon(
        int vocabSize,
        int hiddenSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int numKvHeads,
        int ffnHiddenSize,
        Nonlinearity activation,
        int maxPositionEmbeddings,
        float layerNormEpsilon,
        RopeParameters ropeParameters,
        boolean alibi,
        boolean grouped,
        boolean parallelAttn,
        boolean twoNorms,
        boolean bias,
        boolean tieWordEmbeddings)
        implements Family {

    public static Falcon read(Keys keys) {
        int width = keys.size("n_embed", "hidden_size");
        int heads = keys.size("num_attention_heads");
        boolean newer = keys.flag(false, "new_decoder_architecture");
        boolean oneForAll = !newer && keys.flag(true, "multi_query");
        boolean parallel = keys.flag(true, "parallel_attn");
        int norms = keys.optionalSize("num_ln_in_parallel_attn").orElse(newer ? 2 : 1);
        if (newer && !parallel) {
            throw keys.wrong("parallel_attn", "true, as in all models with the new architecture");
        }
        if (!newer && parallel && norms == 2) {
            throw keys.wrong("num_ln_in_parallel_attn", "1 without the new architecture");
        }
        keys.use("multi_query", "num_kv_heads"); // each counts in one of the two architectures
        int shared = keys.optionalSize("num_kv_heads").orElse(heads);
        Falcon family =
                new Falcon(
                        keys.size("vocab_size"),
                        width,
                        keys.size("num_hidden_layers"),
                        heads,
                        oneForAll ? 1 : newer ? shared : heads,
                        keys.optionalSize("ffn_hidden_size").orElse(4 * width),
                        Nonlinearity.read(keys, "gelu", "activation"),
                        keys.optionalSize("max_position_embeddings").orElse(2048),
                        keys.number(1e-5, "layer_norm_epsilon"),
                        RopeReader.whole(keys.otherwise("max_position_embeddings", 2048), 1e4),
                        keys.flag(false, "alibi"),
                        !oneForAll,
                        parallel,
                        newer && norms == 2,
                        keys.flag(false, "bias"),
                        keys.flag(true, "tie_word_embeddings"));
        if (!family.alibi) {
            family.ropeParameters.requireFits(family.dimensions().headSize());
        }
        return family;
    }

    @Override
    public Dimensions dimensions() {
        return new Dimensions(
                vocabSize,
                hiddenSize,
                numHiddenLayers,
                numAttentionHeads,
                numKvHeads,
                Dimensions.headSize(hiddenSize, numAttentionHeads),
                ffnHiddenSize,
                maxPositionEmbeddings,
                maxPositionEmbeddings);
    }

    @Override
    public Network network(Tensors tensors) {
        return new FalconNetwork(this, tensors).build();
    }
}
