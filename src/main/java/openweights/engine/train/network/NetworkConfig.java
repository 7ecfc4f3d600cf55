package openweights.engine.train.network;

/**
 * The sizes of the network; the components are config.json's keys. The head is the embedding's
 * transpose (tied), and no layer has a bias.
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

    private static final int LARGEST = 1 << 16;

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
            throw new IllegalArgumentException(
                    "a head has "
                            + hiddenSize / numAttentionHeads
                            + " numbers (hidden_size / num_attention_heads); rotary positions need an even count");
        }
    }

    private static void size(String key, int value) {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is " + value + "; it must lie between 1 and " + LARGEST);
        }
    }

    private static void positive(String key, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is " + value + "; it must be above zero");
        }
    }

    private static void divides(String key, int part, String whole, int value) {
        if (value % part != 0) {
            throw new IllegalArgumentException(
                    "\""
                            + whole
                            + "\" is "
                            + value
                            + ", which \""
                            + key
                            + "\", "
                            + part
                            + ", does not divide");
        }
    }

    public int headSize() {
        return hiddenSize / numAttentionHeads;
    }

    /** (H + 2K) hd: queries, keys and values together. */
    int qkvWidth() {
        return (numAttentionHeads + 2 * numKeyValueHeads) * headSize();
    }
}
