package openweights.engine.model;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.KvCache;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Positions;
import openweights.engine.model.layer.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * What one text needs while a model reads and writes it: the keys and values of its positions so
 * far. The model itself never changes. A state is for one thread at a time.
 */
public final class State {

    /** So many positions that no token sees any more are forgotten together. */
    private static final int SLACK = 256;

    private final Dimensions sizes;
    private final float[] frequencies;
    private final List<KvCache> layers;
    private final Scratch scratch;
    private int length;
    private int forgotten;
    private @Nullable Rope rope;

    State(Dimensions sizes, Positions positions) {
        this.sizes = sizes;
        this.frequencies = positions.frequencies();
        this.scratch = new Scratch(sizes);
        this.layers =
                IntStream.range(0, sizes.layers())
                        .mapToObj(i -> new KvCache(sizes.keyValueHeads(), sizes.headSize()))
                        .toList();
    }

    /** How many tokens have been read. */
    public int length() {
        return length;
    }

    /** Bytes that keys and values take now. */
    public long bytes() {
        return layers.stream().mapToLong(KvCache::bytes).sum();
    }

    /**
     * Makes room for {@code tokens} more tokens. With a sliding window, what no token can see any
     * more makes room first.
     *
     * @throws ModelException if they do not fit the model's context
     */
    void makeRoom(int tokens) {
        if (length + (long) tokens > sizes.context()) {
            throw new ModelException(
                    "The text has "
                            + (length + (long) tokens)
                            + " tokens, but the model's context is "
                            + sizes.context()
                            + ". Shorten the prompt, or ask for fewer new tokens.");
        }
        int old = Math.max(0, length - sizes.window() + 1) - forgotten;
        if (old >= SLACK) {
            layers.forEach(layer -> layer.forget(old, length - forgotten));
            forgotten += old;
        }
        if (tokens > 1) {
            layers.forEach(layer -> layer.reserve(position() + tokens));
        }
        scratch.fit(tokens);
        turnUpTo(length + tokens);
    }

    /** Counts tokens whose keys and values all layers have stored. */
    void advance(int tokens) {
        length += tokens;
    }

    /** Where the next token's keys and values go. */
    int position() {
        return length - forgotten;
    }

    KvCache layer(int index) {
        return layers.get(index);
    }

    Scratch scratch() {
        return scratch;
    }

    /** Tables for all positions so far; null if nothing turns. */
    @Nullable Rope rope() {
        return rope;
    }

    private void turnUpTo(int positions) {
        boolean enough = rope != null && rope.cos().length >= positions * rope.pairs();
        if (frequencies.length > 0 && !enough) {
            int some = Math.max(64, Math.max(positions, 2 * length));
            rope = Rope.of(frequencies, Math.min(some, sizes.context()), Rope.Layout.HALVES);
        }
    }
}
