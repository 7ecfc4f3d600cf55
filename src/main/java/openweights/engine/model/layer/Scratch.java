package openweights.engine.model.layer;

import java.util.EnumMap;
import java.util.Map;
import openweights.engine.model.config.Dimensions;

/**
 * Arrays for the activations of a forward pass, reused from one pass to the next. Their contents
 * between passes have no meaning.
 */
public final class Scratch {

    private final int hidden;
    private final int qkvWidth;
    private final int mixedWidth;
    private final int innerWidth;
    private final int perLayerWidth;
    private final Map<Room, float[]> rooms = new EnumMap<>(Room.class);
    private int tokens;

    /** What an array is for; one that is in use is never asked for again. */
    enum Room {
        /** What one product gives before its parts go to their places. */
        PROJECTED,
        /** The short vectors of queries, or of keys and values. */
        COMPRESSED,
        /** What keys and values are put together from. */
        EXPANDED,
        /** The second embedding's table, row by row. */
        TABLE,
        /** A layer's part of the second embedding. */
        PART,
        /** How much is left of matrices, and how much is written. */
        DELTA_GATES,
        /** Queries, keys, and values after the convolution. */
        DELTA_QKV,
        /** What tokens brought, row by row. */
        DELTA_INPUT,
        /** What a value differs by from what a matrix says. */
        DELTA,
        /** The inputs of a block beside experts, and of the experts. */
        DENSE_INPUT,
        ROUTER_INPUT,
        EXPERTS_OUTPUT,
        /** The router's scores. */
        SCORES,
        /** The inputs and outputs of one expert's tokens. */
        EXPERT_INPUT,
        EXPERT_OUTPUT
    }

    /** The residual stream, [T, d]. */
    public float[] x = {};

    /** The input of a block: the normalized stream, [T, d]. */
    public float[] normed = {};

    /** The output of a block, which is added to the stream, [T, d]. */
    public float[] added = {};

    /** Queries, keys and values, [T, (H + K) hd + K vd]. */
    public float[] qkv = {};

    /** The outputs of all attention heads, [T, H vd]. */
    public float[] mixed = {};

    /** A part of the tokens' embedding for each layer, [T, L pd]; in most families empty. */
    public float[] perLayer = {};

    /** Gate and up projections side by side, [T, 2f]. */
    float[] gateUp = {};

    /** The inner activations of a feed-forward block, [T, f]. */
    float[] inner = {};

    public Scratch(Dimensions sizes, Network network) {
        this.hidden = sizes.hidden();
        this.innerWidth = network.innerWidth();
        this.qkvWidth = network.qkvWidth();
        this.mixedWidth = network.mixedWidth();
        this.perLayerWidth = network.perLayerWidth();
    }

    int hidden() {
        return hidden;
    }

    int perLayerWidth() {
        return perLayerWidth;
    }

    /**
     * An array for a purpose that not every model has. It is as long as asked for or longer.
     *
     * @param size in numbers
     */
    float[] room(Room purpose, int size) {
        float[] room = rooms.get(purpose);
        if (room == null || room.length < size) {
            room = new float[size];
            rooms.put(purpose, room);
        }
        return room;
    }

    /** Makes all arrays large enough for {@code count} tokens. */
    public void fit(int count) {
        if (count <= tokens) {
            return;
        }
        x = new float[count * hidden];
        normed = new float[count * hidden];
        added = new float[count * hidden];
        qkv = new float[count * qkvWidth];
        mixed = new float[count * mixedWidth];
        perLayer = new float[count * perLayerWidth];
        gateUp = new float[count * 2 * innerWidth];
        inner = new float[count * innerWidth];
        tokens = count;
    }
}
