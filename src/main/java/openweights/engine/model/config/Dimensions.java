package openweights.engine.model.config;

/**
 * The sizes of a network, with the letters that stand for them in comments on shapes.
 *
 * @param vocabulary V, the number of rows of the embedding
 * @param hidden d, the width of the residual stream
 * @param layers L
 * @param heads H, the number of query heads
 * @param keyValueHeads K, the number of key/value heads; H / K query heads share one
 * @param headSize hd
 * @param inner f, the width inside a feed-forward block
 * @param context P, the longest text in tokens
 * @param window W, how many positions a token attends to, itself included; P for all
 */
public record Dimensions(
        int vocabulary,
        int hidden,
        int layers,
        int heads,
        int keyValueHeads,
        int headSize,
        int inner,
        int context,
        int window) {

    private static final int MAX_LAYERS = 4096;

    public Dimensions {
        if (layers > MAX_LAYERS) {
            throw new ModelException(
                    "config.json: " + layers + " layers; at most " + MAX_LAYERS + " are allowed.");
        }
        if (keyValueHeads > heads || heads % keyValueHeads != 0) {
            throw new ModelException(
                    "config.json: "
                            + heads
                            + " attention heads cannot share "
                            + keyValueHeads
                            + " key/value heads evenly.");
        }
        fits("heads x head size", (long) heads * headSize * 3);
        fits("inner size", 2L * inner);
    }

    /**
     * d / H.
     *
     * @throws ModelException if H does not divide d
     */
    public static int headSize(int hidden, int heads) {
        if (hidden % heads != 0) {
            throw new ModelException(
                    "config.json: a width of "
                            + hidden
                            + " does not divide into "
                            + heads
                            + " heads.");
        }
        return hidden / heads;
    }

    /** The same sizes with a sliding window; 0 for none. */
    public Dimensions withWindow(int newWindow) {
        int visible = newWindow == 0 ? context : Math.min(context, newWindow);
        return new Dimensions(
                vocabulary,
                hidden,
                layers,
                heads,
                keyValueHeads,
                headSize,
                inner,
                context,
                visible);
    }

    /** H hd, the width of all queries. */
    public int queryWidth() {
        return heads * headSize;
    }

    /** K hd, the width of all keys, and of all values. */
    public int keyValueWidth() {
        return keyValueHeads * headSize;
    }

    /** (H + 2K) hd, the width of queries, keys and values together. */
    public int qkvWidth() {
        return queryWidth() + 2 * keyValueWidth();
    }

    /** Bytes of the KV cache for {@code positions} positions, in float32. */
    public long cacheBytes(int positions) {
        return 2L * layers * keyValueWidth() * Math.min(positions, window) * Float.BYTES;
    }

    private static void fits(String what, long size) {
        if (size > Integer.MAX_VALUE / 4) {
            throw new ModelException(
                    "config.json: " + what + " is " + size + ", which is too large.");
        }
    }
}
