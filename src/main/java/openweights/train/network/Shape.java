package openweights.train.network;

/**
 * The sizes of the network; the components are config.json's keys. The head is the embedding's
 * transpose (tied), and no layer has a bias.
 */
public record Shape(
        int vocabSize,
        int hiddenSize,
        int intermediateSize,
        int numHiddenLayers,
        int numAttentionHeads,
        int numKeyValueHeads,
        int maxPositionEmbeddings,
        double rmsNormEps,
        double ropeTheta) {

    public int headSize() {
        return hiddenSize / numAttentionHeads;
    }

    /** (H + 2K) hd: queries, keys and values together. */
    int qkvWidth() {
        return (numAttentionHeads + 2 * numKeyValueHeads) * headSize();
    }
}
