package openweights.engine.model.family.gpt;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.family.Family;
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
 * GPT-NeoX and Pythia: LayerNorm and biases as in GPT-2, both parts of a layer side by side, a
 * quarter of each head rotated, and one tensor for queries, keys and values, head by head.
 */
public record GptNeox(
        int vocabSize,
        int hiddenSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int intermediateSize,
        Nonlinearity hiddenAct,
        int maxPositionEmbeddings,
        float layerNormEps,
        RopeParameters ropeParameters,
        boolean useParallelResidual,
        boolean attentionBias,
        boolean tieWordEmbeddings)
        implements Family {

    public static GptNeox read(Keys keys) {
        double theta = keys.number(1e4, "rotary_emb_base");
        double share = keys.precise(0.25, "rotary_pct");
        Keys all = keys.without("rope_theta", "partial_rotary_factor");
        GptNeox family =
                new GptNeox(
                        all.size("vocab_size"),
                        all.size("hidden_size"),
                        all.size("num_hidden_layers"),
                        all.size("num_attention_heads"),
                        all.optionalSize("intermediate_size").orElse(24576),
                        Nonlinearity.read(all, "gelu", "hidden_act"),
                        all.optionalSize("max_position_embeddings").orElse(2048),
                        all.number(1e-5, "layer_norm_eps"),
                        RopeReader.partial(all, theta, share),
                        all.flag(true, "use_parallel_residual"),
                        all.flag(true, "attention_bias"),
                        all.flag(false, "tie_word_embeddings"));
        family.ropeParameters.requireFits(family.dimensions().headSize());
        return family;
    }

    @Override
    public Dimensions dimensions() {
        return new Dimensions(
                vocabSize,
                hiddenSize,
                numHiddenLayers,
                numAttentionHeads,
                numAttentionHeads,
                Dimensions.headSize(hiddenSize, numAttentionHeads),
                intermediateSize,
                maxPositionEmbeddings,
                maxPositionEmbeddings);
    }

    @Override
    public Network network(Tensors tensors) {
        String p = tensors.prefix(List.of("gpt_neox.", ""), "embed_in.weight");
        String head = tensors.prefix(List.of("embed_out", "lm_head"), ".weight");
        Matrix table = tensors.matrix(p + "embed_in.weight", vocabSize, hiddenSize);
        RotaryEmbedding rotary =
                new RotaryEmbedding(
                        ropeParameters,
                        dimensions().headSize(),
                        maxPositionEmbeddings,
                        Rope.Layout.HALVES);
        return new Network(
                Embedding.of(table),
                IntStream.range(0, numHiddenLayers)
                        .mapToObj(i -> block(tensors, p + "layers." + i, rotary))
                        .toList(),
                norm(tensors, p + "final_layer_norm"),
                Head.read(tensors, head + ".weight", tieWordEmbeddings, table));
    }

    private Block block(Tensors tensors, String p, RotaryEmbedding rotary) {
        Block block =
                Block.before(
                        norm(tensors, p + ".input_layernorm"),
                        attention(tensors, p + ".attention", rotary),
                        norm(tensors, p + ".post_attention_layernorm"),
                        new FeedForward(
                                Linear.read(
                                        tensors,
                                        p + ".mlp.dense_h_to_4h",
                                        intermediateSize,
                                        hiddenSize,
                                        true),
                                Linear.read(
                                        tensors,
                                        p + ".mlp.dense_4h_to_h",
                                        hiddenSize,
                                        intermediateSize,
                                        true),
                                hiddenAct));
        return useParallelResidual ? block.inParallel() : block;
    }

    private SelfAttention attention(Tensors tensors, String p, RotaryEmbedding rotary) {
        tensors.ignored(p + ".bias", p + ".masked_bias", p + ".rotary_emb.inv_freq"); // old files
        return new SelfAttention(
                new QkvProjection.Grouped(
                        Linear.read(
                                tensors,
                                p + ".query_key_value",
                                3 * hiddenSize,
                                hiddenSize,
                                attentionBias)),
                List.of(new QkvStep.Rotation(rotary, 0)),
                Attention.of(numAttentionHeads, numAttentionHeads, dimensions().headSize()),
                Linear.read(tensors, p + ".dense", hiddenSize, hiddenSize, attentionBias));
    }

    private Norm norm(Tensors tensors, String name) {
        return Norm.Layer.read(tensors, name, hiddenSize, layerNormEps);
    }
}
