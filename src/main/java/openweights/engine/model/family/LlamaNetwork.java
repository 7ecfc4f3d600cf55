package openweights.engine.model.family;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.Rope;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Gating;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.PerLayerEmbedding;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Builds Llama's network. A related family overrides the parts in which it differs, and nothing
 * else.
 */
class LlamaNetwork {

    final Llama llama;
    final Tensors tensors;
    private final RotaryEmbedding rotary;

    LlamaNetwork(Llama llama, Tensors tensors) {
        this.llama = llama;
        this.tensors = tensors;
        this.rotary = rotary(llama.ropeParameters());
    }

    final Network build() {
        String p = tensors.textPrefix();
        Matrix table =
                tensors.matrix(p + "embed_tokens.weight", llama.vocabSize(), llama.hiddenSize());
        List<Block> blocks =
                IntStream.range(0, llama.numHiddenLayers())
                        .mapToObj(i -> block(p + "layers." + i, i))
                        .toList();
        return new Network(embedding(table), perLayer(p), blocks, norm(p + "norm"), head(table));
    }

    @Nullable PerLayerEmbedding perLayer(String p) {
        return null;
    }

    Embedding embedding(Matrix table) {
        return Embedding.of(table);
    }

    Head head(Matrix table) {
        String name = tensors.textHead();
        return Head.read(tensors, name, llama.tieWordEmbeddings(), table);
    }

    Block block(String p, int layer) {
        return beforeParts(p, layer);
    }

    /** A norm before each of the two parts, as in Llama. */
    final Block beforeParts(String p, int layer) {
        return Block.before(
                norm(p + ".input_layernorm"),
                attention(p + ".self_attn", layer),
                norm(p + ".post_attention_layernorm"),
                mlp(p + ".mlp", layer));
    }

    SelfAttention attention(String p, int layer) {
        tensors.ignored(p + ".rotary_emb.inv_freq"); // old files store what can be computed
        Attention scores = scores(p, layer);
        return new SelfAttention(
                projection(p),
                steps(p, layer),
                scores,
                linear(p + ".o_proj", llama.hiddenSize(), scores.mixedWidth(), outputBias()));
    }

    QkvProjection projection(String p) {
        int queries = llama.numAttentionHeads() * llama.headDim();
        int keys = llama.numKeyValueHeads() * llama.headDim();
        return new QkvProjection.Fused(
                Linear.stack(
                        tensors,
                        linear(p + ".q_proj", queries, llama.hiddenSize(), qkvBias()),
                        linear(p + ".k_proj", keys, llama.hiddenSize(), qkvBias()),
                        linear(p + ".v_proj", keys, llama.hiddenSize(), qkvBias())));
    }

    boolean qkvBias() {
        return llama.attentionBias();
    }

    boolean outputBias() {
        return llama.attentionBias();
    }

    List<QkvStep> steps(String p, int layer) {
        return List.of(rotation());
    }

    Attention scores(String p, int layer) {
        return Attention.of(llama.numAttentionHeads(), llama.numKeyValueHeads(), llama.headDim());
    }

    Mlp mlp(String p, int layer) {
        return gated(p, llama.intermediateSize());
    }

    Norm norm(String name) {
        return norm(name, llama.hiddenSize());
    }

    Norm norm(String name, int size) {
        return new Norm.Rms(tensors.vector(name + ".weight", size), llama.rmsNormEps());
    }

    Rope.Layout layout() {
        return Rope.Layout.HALVES;
    }

    // ---- what families build their parts from

    final QkvStep rotation() {
        return new QkvStep.Rotation(rotary, 0);
    }

    final RotaryEmbedding rotary(RopeParameters parameters) {
        return new RotaryEmbedding(
                parameters, llama.headDim(), llama.maxPositionEmbeddings(), layout());
    }

    /** A norm of each query head and one of each key head, shared by the heads. */
    final QkvStep headNorm(String p) {
        return QkvStep.HeadNorm.shared(
                scores(p, 0),
                norm(p + ".q_norm", llama.headDim()),
                norm(p + ".k_norm", llama.headDim()));
    }

    /** A norm of all queries together and one of all keys together. */
    final QkvStep wholeNorm(String p) {
        return new QkvStep.WholeNorm(
                norm(p + ".q_norm", llama.numAttentionHeads() * llama.headDim()),
                norm(p + ".k_norm", llama.numKeyValueHeads() * llama.headDim()));
    }

    final GatedFeedForward gated(String p, int inner) {
        return new GatedFeedForward(
                Linear.stack(
                        tensors,
                        linear(p + ".gate_proj", inner, llama.hiddenSize(), llama.mlpBias()),
                        linear(p + ".up_proj", inner, llama.hiddenSize(), llama.mlpBias())),
                linear(p + ".down_proj", llama.hiddenSize(), inner, llama.mlpBias()),
                new Gating.Halves(llama.hiddenAct()));
    }

    /** Gate and up projection in one tensor. */
    final GatedFeedForward gatedFused(String p) {
        int inner = llama.intermediateSize();
        return new GatedFeedForward(
                linear(p + ".gate_up_proj", 2 * inner, llama.hiddenSize(), false),
                linear(p + ".down_proj", llama.hiddenSize(), inner, false),
                new Gating.Halves(llama.hiddenAct()));
    }

    final Linear linear(String name, int outputs, int inputs, boolean bias) {
        return Linear.read(tensors, name, outputs, inputs, bias);
    }
}
