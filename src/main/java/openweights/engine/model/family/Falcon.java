package openweights.engine.model.family;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Alibi;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.FeedForward;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.SelfAttention;
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

    static Falcon read(Keys keys) {
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
        String p = tensors.prefix(List.of("transformer.", ""), "word_embeddings.weight");
        Matrix table = tensors.matrix(p + "word_embeddings.weight", vocabSize, hiddenSize);
        RotaryEmbedding rotary =
                new RotaryEmbedding(
                        ropeParameters,
                        dimensions().headSize(),
                        maxPositionEmbeddings,
                        Rope.Layout.HALVES);
        List<QkvStep> steps = alibi ? List.of() : List.of(new QkvStep.Rotation(rotary, 0));
        return new Network(
                Embedding.of(table),
                IntStream.range(0, numHiddenLayers)
                        .mapToObj(i -> block(tensors, p + "h." + i, steps))
                        .toList(),
                norm(tensors, p + "ln_f"),
                Head.read(tensors, "lm_head.weight", tieWordEmbeddings, table));
    }

    private Block block(Tensors tensors, String p, List<QkvStep> steps) {
        String second = parallelAttn ? ".input_layernorm" : ".post_attention_layernorm";
        Block block =
                Block.before(
                        norm(tensors, p + (twoNorms ? ".ln_attn" : ".input_layernorm")),
                        attention(tensors, p + ".self_attention", steps),
                        norm(tensors, p + (twoNorms ? ".ln_mlp" : second)),
                        new FeedForward(
                                linear(
                                        tensors,
                                        p + ".mlp.dense_h_to_4h",
                                        ffnHiddenSize,
                                        hiddenSize),
                                linear(
                                        tensors,
                                        p + ".mlp.dense_4h_to_h",
                                        hiddenSize,
                                        ffnHiddenSize),
                                activation));
        return parallelAttn ? block.inParallel() : block;
    }

    private SelfAttention attention(Tensors tensors, String p, List<QkvStep> steps) {
        tensors.ignored(p + ".rotary_emb.inv_freq"); // old files store what can be computed
        Attention plain = Attention.of(numAttentionHeads, numKvHeads, dimensions().headSize());
        Attention scores =
                alibi ? plain.withBias(Alibi.of(numAttentionHeads).rounded(plain.scale())) : plain;
        Linear qkv = linear(tensors, p + ".query_key_value", scores.qkvWidth(), hiddenSize);
        return new SelfAttention(
                grouped ? new QkvProjection.Grouped(qkv) : new QkvProjection.Fused(qkv),
                steps,
                scores,
                linear(tensors, p + ".dense", hiddenSize, hiddenSize));
    }

    private Norm norm(Tensors tensors, String name) {
        return Norm.Layer.read(tensors, name, hiddenSize, layerNormEpsilon);
    }

    private Linear linear(Tensors tensors, String name, int outputs, int inputs) {
        return Linear.read(tensors, name, outputs, inputs, bias);
    }
}
