package openweights.engine.model.layer;

import openweights.engine.math.Rope;
import openweights.engine.model.config.RopeParameters;
import org.jspecify.annotations.Nullable;

/**
 * The angles of rotary positions, computed when a text first becomes so long, and shared by all
 * layers and texts. Several threads can use it at once.
 */
public final class RotaryEmbedding {

    private static final int FIRST_POSITIONS = 64;

    private final RopeParameters parameters;
    private final int headSize;
    private final int context;
    private final Rope.Layout layout;
    private volatile @Nullable Rope table;
    private volatile @Nullable Rope longTable;

    /**
     * @param headSize how many numbers of a head the parameters speak of
     * @param context the longest text
     */
    public RotaryEmbedding(
            RopeParameters parameters, int headSize, int context, Rope.Layout layout) {
        this.parameters = parameters;
        this.headSize = headSize;
        this.context = context;
        this.layout = layout;
    }

    /**
     * Tables of at least {@code positions} positions.
     *
     * @param length of the text, by which LongRoPE chooses between two sets of frequencies
     */
    Rope table(int positions, int length) {
        int limit = parameters.scaling().switchesAfter();
        if (limit > 0 && length > limit) {
            Rope enough = extended(longTable, positions, limit + 1);
            longTable = enough;
            return enough;
        }
        Rope enough = extended(table, positions, 1);
        table = enough;
        return enough;
    }

    private Rope extended(@Nullable Rope known, int positions, int length) {
        if (known != null && known.positions() >= positions) {
            return known;
        }
        int grown = known == null ? FIRST_POSITIONS : 2 * known.positions();
        int capacity = Math.max(positions, Math.min(grown, context));
        return Rope.of(
                parameters.frequencies(headSize, length),
                parameters.scaling().attentionFactor(),
                capacity,
                layout);
    }
}
