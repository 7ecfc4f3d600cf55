package openweights.engine.model.family.gpt;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.Rope;
import openweights.engine.model.layer.Alibi;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.FeedForward;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;

/** Builds the network of {@link Falcon}. */
final class FalconNetwork {

    private final Falcon family;
    private final Tensors tensors;
    private final int width;

    FalconNetwork(Falcon family, Tensors tensors) {
        this.family = family;
        this.tensors = tensors;
        this.width = family.hiddenSize();
    }

    Network build() {
        String p = tensors.prefix(List.of("transformer.", ""), "word_embeddings.weight");
        Matrix table = tensors.matrix(p + "word_embeddings.weight", family.vocabSize(), width);
        RotaryEmbedding rotary =
                new RotaryEmbedding(
                        family.ropeParameters(),
                        family.dimensions().headSize(),
                        family.maxPositionEmbeddings(),
                        Rope.Layout.HALVES);
        List<QkvStep> steps = family.alibi() ? List.of() : List.of(new QkvStep.Rotation(rotary, 0));
        return new Network(
                Embedding.of(table),
                IntStream.range(0, family.numHiddenLayers())
                        .mapToObj(i -> block(p + "h." + i, steps))
                        .toList(),
                norm(p + "ln_f"),
                Head.read(tensors, "lm_head.weight", family.tieWordEmbeddings(), table));
    }

    private Block block(String p, List<QkvStep> steps) {
        String second = family.parallelAttn() ? ".input_layernorm" : ".post_attention_layernorm";
        Block block =
                Block.before(
                        norm(p + (family.twoNorms() ? ".ln_attn" : ".input_layernorm")),
                        attention(p + ".self_attention", steps),
                        norm(p + (family.twoNorms() ? ".ln_mlp" : second)),
                        new FeedForward(
                                linear(p + ".mlp.dense_h_to_4h", family.ffnHiddenSize(), width),
                                linear(p + ".mlp.dense_4h_to_h", width, family.ffnHiddenSize()),
                                family.activation()));
        return family.parallelAttn() ? block.inParallel() : block;
    }

    private SelfAttention attention(String p, List<QkvStep> steps) {
        tensors.ignored(p + ".rotary_emb.inv_freq"); // old files store what can be computed
        Attention plain =
                Attention.of(
                        family.numAttentionHeads(),
                        family.numKvHeads(),
                        family.dimensions().headSize());
        Attention scores =
                family.alibi()
                        ? plain.withBias(
                                Alibi.of(family.numAttentionHeads()).rounded(plain.scale()))
                        : plain;
        Linear qkv = linear(p + ".query_key_value", scores.qkvWidth(), width);
        return new SelfAttention(
                family.grouped() ? new QkvProjection.Grouped(qkv) : new QkvProjection.Fused(qkv),
                steps,
                scores,
                linear(p + ".dense", width, width));
    }

    private Norm norm(String name) {
        return Norm.Layer.read(tensors, name, width, family.layerNormEpsilon());
    }

    private Linear linear(String name, int outputs, int inputs) {
        return Linear.read(tensors, name, outputs, inputs, family.bias());
    }
}
