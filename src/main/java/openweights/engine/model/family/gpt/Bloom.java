package openweights.engine.model.family.gpt;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.family.Family;
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
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;

/**
 * BLOOM: ALiBi instead of position embeddings, a LayerNorm on the embedding, one tensor for
 * queries, keys and values, interleaved by head, GELU, and an output head tied to the embedding.
 *
 * @param seqLength the context in training; ALiBi itself has no limit
 */
public record Bloom(
        int vocabSize,
        int hiddenSize,
        int nLayer,
        int nHead,
        int nInner,
        int seqLength,
        float layerNormEpsilon,
        boolean tieWordEmbeddings)
        implements Family {

    public static Bloom read(Keys keys) {
        if (keys.flag(false, "apply_residual_connection_post_layernorm")) {
            throw keys.wrong("apply_residual_connection_post_layernorm", "false");
        }
        int width = keys.size("hidden_size", "n_embed");
        return new Bloom(
                keys.size("vocab_size"),
                width,
                keys.size("n_layer", "num_hidden_layers"),
                keys.size("n_head", "num_attention_heads"),
                keys.optionalSize("n_inner").orElse(4 * width),
                keys.optionalSize("seq_length").orElse(2048),
                keys.number(1e-5, "layer_norm_epsilon"),
                keys.flag(true, "tie_word_embeddings"));
    }

    @Override
    public Dimensions dimensions() {
        return new Dimensions(
                vocabSize,
                hiddenSize,
                nLayer,
                nHead,
                nHead,
                Dimensions.headSize(hiddenSize, nHead),
                nInner,
                seqLength,
                seqLength);
    }

    @Override
    public Network network(Tensors tensors) {
        String p = tensors.prefix(List.of("transformer.", ""), "word_embeddings.weight");
        Matrix table = tensors.matrix(p + "word_embeddings.weight", vocabSize, hiddenSize);
        Attention scores =
                Attention.of(nHead, nHead, dimensions().headSize()).withBias(Alibi.of(nHead));
        return new Network(
                new Embedding(table, 1, null, norm(tensors, p + "word_embeddings_layernorm")),
                IntStream.range(0, nLayer)
                        .mapToObj(i -> block(tensors, p + "h." + i, scores))
                        .toList(),
                norm(tensors, p + "ln_f"),
                Head.read(tensors, "lm_head.weight", tieWordEmbeddings, table));
    }

    private Block block(Tensors tensors, String p, Attention scores) {
        return Block.before(
                norm(tensors, p + ".input_layernorm"),
                attention(tensors, p + ".self_attention", scores),
                norm(tensors, p + ".post_attention_layernorm"),
                new FeedForward(
                        linear(tensors, p + ".mlp.dense_h_to_4h", nInner, hiddenSize),
                        linear(tensors, p + ".mlp.dense_4h_to_h", hiddenSize, nInner),
                        new Nonlinearity.OfKernel(Activation.GELU_TANH)));
    }

    private SelfAttention attention(Tensors tensors, String p, Attention scores) {
        return new SelfAttention(
                new QkvProjection.Grouped(
                        linear(tensors, p + ".query_key_value", 3 * hiddenSize, hiddenSize)),
                List.of(),
                scores,
                linear(tensors, p + ".dense", hiddenSize, hiddenSize));
    }

    private Norm norm(Tensors tensors, String name) {
        return Norm.Layer.read(tensors, name, hiddenSize, layerNormEpsilon);
    }

    private static Linear linear(Tensors tensors, String name, int outputs, int inputs) {
        return Linear.read(tensors, name, outputs, inputs, true);
    }
}
