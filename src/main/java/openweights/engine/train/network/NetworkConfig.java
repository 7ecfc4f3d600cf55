package openweights.engine.train.network;

import openweights.base.UserException;

/**
 * The sizes of the network; the components are the keys of config.json. The head is tied to the
 * embedding, and no layer has a bias.
 */
public record NetworkConfig(
        int vocabSize,
        int hiddenSize,
        int intermediateSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int numKeyValueHeads,
        int maxPositionEmbeddings,
        double rmsNormEps,
        double ropeTheta) {

    private static final int MAX_SIZE = 1 << 16;

    public NetworkConfig {
        size("vocab_size", vocabSize);
        size("hidden_size", hiddenSize);
        size("intermediate_size", intermediateSize);
        size("num_hidden_layers", numHiddenLayers);
        size("num_attention_heads", numAttentionHeads);
        size("num_key_value_heads", numKeyValueHeads);
        size("max_position_embeddings", maxPositionEmbeddings);
        positive("rms_norm_eps", rmsNormEps);
        positive("rope_theta", ropeTheta);
        divides("num_attention_heads", numAttentionHeads, "hidden_size", hiddenSize);
        divides("num_key_value_heads", numKeyValueHeads, "num_attention_heads", numAttentionHeads);
        if (hiddenSize / numAttentionHeads % 2 != 0) {
            throw new UserException(
                    "each head has "
                            + hiddenSize / numAttentionHeads
                            + " dimensions (hidden_size / num_attention_heads); rotary positions need an even number");
        }
    }

    private static void size(String key, int value) {
        if (value < 1 || value > MAX_SIZE) {
            throw new UserException(
                    "\"" + key + "\" is " + value + "; it must be between 1 and " + MAX_SIZE);
        }
    }

    private static void positive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new UserException(
                    "\"" + key + "\" is " + value + "; it must be greater than zero");
        }
    }

    private static void divides(String key, int part, String whole, int value) {
        if (value % part != 0) {
            throw new UserException(
                    "\""
                            + whole
                            + "\" is "
                            + value
                            + "; it must be divisible by \""
                            + key
                            + "\", "
                            + part);
        }
    }

    public int headSize() {
        return hiddenSize / numAttentionHeads;
    }

    /** The rows of queries, keys and values together: (H + 2K) hd. */
    int qkvWidth() {
        return (numAttentionHeads + 2 * numKeyValueHeads) * headSize();
    }
}
