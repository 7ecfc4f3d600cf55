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
 * The state of one text: its KV cache, the keys and values of all positions so far. The model
 * itself never changes. A state is for one thread at a time.
 */
public final class State {

    /** Positions outside of the window are dropped in batches of at least this size. */
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

    /** How many tokens the model has read. */
    public int length() {
        return length;
    }

    /** The size of the KV cache, in bytes. */
    public long bytes() {
        return layers.stream().mapToLong(KvCache::bytes).sum();
    }

    /**
     * Makes room for {@code tokens} more tokens. With a sliding window, drops positions that no
     * later token can attend to.
     *
     * @throws ModelException if the text would outgrow the model's context
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
        int outdated = Math.max(0, length - sizes.window() + 1) - forgotten;
        if (outdated >= SLACK) {
            layers.forEach(layer -> layer.forget(outdated, length - forgotten));
            forgotten += outdated;
        }
        if (tokens > 1) {
            layers.forEach(layer -> layer.reserve(position() + tokens));
        }
        scratch.fit(tokens);
        extendRope(length + tokens);
    }

    /** Counts tokens whose keys and values are now in the cache of every layer. */
    void advance(int tokens) {
        length += tokens;
    }

    /** The cache position of the next token's keys and values. */
    int position() {
        return length - forgotten;
    }

    KvCache layer(int index) {
        return layers.get(index);
    }

    Scratch scratch() {
        return scratch;
    }

    /** The rotation tables of all positions so far; null without rotary positions. */
    @Nullable Rope rope() {
        return rope;
    }

    private void extendRope(int positions) {
        boolean enough = rope != null && rope.cos().length >= positions * rope.pairs();
        if (frequencies.length > 0 && !enough) {
            int capacity = Math.max(64, Math.max(positions, 2 * length));
            rope = Rope.of(frequencies, Math.min(capacity, sizes.context()), Rope.Layout.HALVES);
        }
    }
}
