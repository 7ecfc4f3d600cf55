package openweights.engine.model.config;

/**
 * The sizes of a network, with the letters that stand for them in comments on shapes.
 *
 * @param vocabulary V, the number of rows of the embedding
 * @param hidden d, the width of the residual stream
 * @param layers L
 * @param heads H, the number of query heads
 * @param keyValueHeads K, the number of key/value heads; H / K query heads share one
 * @param headSize hd, the size of a query or key
 * @param inner f, the largest width inside a feed-forward block
 * @param context P, the longest text in tokens
 * @param window W, how many positions a token attends to, itself included, in the layer that sees
 *     most; P for all
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

    /**
     * The same sizes with other heads, as in some of the layers.
     *
     * @throws ModelException if these heads do not fit
     */
    public Dimensions withHeads(int newKeyValueHeads, int newHeadSize) {
        return new Dimensions(
                vocabulary,
                hidden,
                layers,
                heads,
                newKeyValueHeads,
                newHeadSize,
                inner,
                context,
                window);
    }

    /** The same sizes with a wider feed-forward block, if it is the widest. */
    public Dimensions withInner(int width) {
        return new Dimensions(
                vocabulary,
                hidden,
                layers,
                heads,
                keyValueHeads,
                headSize,
                Math.max(inner, width),
                context,
                window);
    }

    private static void fits(String what, long size) {
        if (size > Integer.MAX_VALUE / 4) {
            throw new ModelException(
                    "config.json: " + what + " is " + size + ", which is too large.");
        }
    }
}
