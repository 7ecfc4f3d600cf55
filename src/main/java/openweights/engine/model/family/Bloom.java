package openweights.engine.model.family;

import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.FeedForward;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.Positions;
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

    static Bloom read(Keys keys) {
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
        String p = tensors.prefix("transformer.", "word_embeddings.weight");
        Positions.Alibi alibi = Positions.Alibi.of(nHead);
        Matrix embedding = tensors.matrix(p + "word_embeddings.weight", vocabSize, hiddenSize);
        return new Network(
                embedding,
                norm(tensors, p + "word_embeddings_layernorm"),
                alibi,
                IntStream.range(0, nLayer)
                        .mapToObj(i -> layer(tensors, p + "h." + i, alibi))
                        .toList(),
                norm(tensors, p + "ln_f"),
                Network.head(tensors, tieWordEmbeddings, embedding));
    }

    private Network.Layer layer(Tensors tensors, String p, Positions.Alibi alibi) {
        return new Network.Layer(
                norm(tensors, p + ".input_layernorm"),
                attention(tensors, p + ".self_attention", alibi),
                norm(tensors, p + ".post_attention_layernorm"),
                new FeedForward(
                        linear(tensors, p + ".mlp.dense_h_to_4h", nInner, hiddenSize),
                        linear(tensors, p + ".mlp.dense_4h_to_h", hiddenSize, nInner),
                        Activation.GELU_TANH));
    }

    private Network.SelfAttention attention(Tensors tensors, String p, Positions.Alibi alibi) {
        int size = dimensions().headSize();
        float scale = (float) (1 / Math.sqrt(size));
        return new Network.SelfAttention(
                linear(tensors, p + ".query_key_value", 3 * hiddenSize, hiddenSize),
                true,
                new Attention(nHead, nHead, size, scale, 0, alibi.slopes()),
                linear(tensors, p + ".dense", hiddenSize, hiddenSize));
    }

    private Norm norm(Tensors tensors, String name) {
        return Norm.Layer.read(tensors, name, hiddenSize, layerNormEpsilon);
    }

    private static Linear linear(Tensors tensors, String name, int outputs, int inputs) {
        return Linear.read(tensors, name, outputs, inputs, true);
    }
}
