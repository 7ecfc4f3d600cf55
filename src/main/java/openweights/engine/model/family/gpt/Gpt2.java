package openweights.engine.model.family.gpt;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
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
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;

/**
 * GPT-2: learned position embeddings, LayerNorm, one tensor for queries, keys and values, GELU, and
 * an output head tied to the embedding. Its matrices are stored as [inputs, outputs].
 *
 * @param nInner the width inside the feed-forward block; 4 nEmbd unless config.json sets it
 */
public record Gpt2(
        int vocabSize,
        int nPositions,
        int nEmbd,
        int nLayer,
        int nHead,
        int nInner,
        Nonlinearity activationFunction,
        float layerNormEpsilon,
        boolean scaleAttnWeights,
        boolean scaleAttnByInverseLayerIdx,
        boolean tieWordEmbeddings)
        implements Family {

    public static Gpt2 read(Keys keys) {
        int width = keys.size("n_embd", "hidden_size");
        return new Gpt2(
                keys.size("vocab_size"),
                keys.size("n_positions", "max_position_embeddings"),
                width,
                keys.size("n_layer", "num_hidden_layers"),
                keys.size("n_head", "num_attention_heads"),
                keys.optionalSize("n_inner").orElse(4 * width),
                Nonlinearity.read(keys, "gelu_new", "activation_function"),
                keys.number(1e-5, "layer_norm_epsilon"),
                keys.flag(true, "scale_attn_weights"),
                keys.flag(false, "scale_attn_by_inverse_layer_idx"),
                keys.flag(true, "tie_word_embeddings"));
    }

    @Override
    public Dimensions dimensions() {
        return new Dimensions(
                vocabSize,
                nEmbd,
                nLayer,
                nHead,
                nHead,
                Dimensions.headSize(nEmbd, nHead),
                nInner,
                nPositions,
                nPositions);
    }

    @Override
    public Network network(Tensors tensors) {
        String p = tensors.prefix(List.of("transformer.", ""), "wte.weight");
        Matrix table = tensors.matrix(p + "wte.weight", vocabSize, nEmbd); // [V, d]
        Matrix positions = tensors.matrix(p + "wpe.weight", nPositions, nEmbd); // [P, d]
        return new Network(
                new Embedding(table, 1, positions, new Norm.None(nEmbd)),
                IntStream.range(0, nLayer).mapToObj(i -> block(tensors, p + "h." + i, i)).toList(),
                Norm.Layer.read(tensors, p + "ln_f", nEmbd, layerNormEpsilon),
                Head.read(tensors, "lm_head.weight", tieWordEmbeddings, table));
    }

    private Block block(Tensors tensors, String p, int index) {
        return Block.before(
                Norm.Layer.read(tensors, p + ".ln_1", nEmbd, layerNormEpsilon),
                attention(tensors, p + ".attn", index),
                Norm.Layer.read(tensors, p + ".ln_2", nEmbd, layerNormEpsilon),
                new FeedForward(
                        transposed(tensors, p + ".mlp.c_fc", nInner, nEmbd),
                        transposed(tensors, p + ".mlp.c_proj", nEmbd, nInner),
                        activationFunction));
    }

    private SelfAttention attention(Tensors tensors, String p, int index) {
        tensors.ignored(p + ".bias", p + ".masked_bias"); // the causal mask, in old files
        Attention scores = Attention.of(nHead, nHead, dimensions().headSize());
        float scale = scaleAttnWeights ? scores.scale() : 1;
        return new SelfAttention(
                new QkvProjection.Fused(transposed(tensors, p + ".c_attn", 3 * nEmbd, nEmbd)),
                List.of(),
                scores.withScale(scaleAttnByInverseLayerIdx ? scale / (index + 1) : scale),
                transposed(tensors, p + ".c_proj", nEmbd, nEmbd));
    }

    private static Linear transposed(Tensors tensors, String name, int outputs, int inputs) {
        return new Linear(
                tensors.transposed(name + ".weight", outputs, inputs),
                tensors.vector(name + ".bias", outputs));
    }
}
