package openweights.engine.model;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.math.KvCache;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Scratch;
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Span;
import openweights.engine.model.layer.TokenMixer;

/**
 * The state of one text: its KV cache, the keys and values of all positions so far. The model
 * itself never changes. A state is for one thread at a time.
 */
public final class State {

    /** How many tokens a state can forget again. */
    public static final int MAX_REWIND = Span.MAX_REWIND;

    private final int context;
    private final Network network;
    private final List<KvCache> layers;
    private final Scratch scratch;
    private int length;

    /** The first position that may be read again: layers keep what it can see. */
    private int firstRewound;

    State(Dimensions sizes, Network network) {
        this.context = sizes.context();
        this.network = network;
        this.scratch = new Scratch(sizes, network);
        this.layers = new ArrayList<>();
        for (Block block : network.blocks()) {
            TokenMixer attention = block.attention();
            layers.add(
                    attention.source() == SelfAttention.OWN
                            ? attention.newCache()
                            : layers.get(attention.source()));
        }
    }

    /** How many tokens the model has read. */
    public int length() {
        return length;
    }

    /** The size of the KV cache, in bytes. */
    public long bytes() {
        return layers.stream().distinct().mapToLong(KvCache::bytes).sum();
    }

    /**
     * The length of the text after {@code tokens} more.
     *
     * @throws ModelException if the text would outgrow the model's context
     */
    int require(int tokens) {
        if (length + (long) tokens > context) {
            throw new ModelException(
                    "The text has "
                            + (length + (long) tokens)
                            + " tokens, but the model's context is "
                            + context
                            + ". Shorten the prompt, or ask for fewer new tokens.");
        }
        return length + tokens;
    }

    /**
     * Makes room for {@code tokens} more tokens. Each layer drops positions that none of its later
     * tokens can attend to.
     */
    void makeRoom(int tokens) {
        for (int i = 0; i < layers.size(); i++) {
            Reach reach = network.blocks().get(i).attention().reach();
            layers.get(i).forget(reach.first(firstRewound));
            if (tokens > 1) {
                layers.get(i).reserve(length + tokens);
            }
        }
        scratch.fit(tokens);
    }

    /** Counts tokens whose keys and values are now in the cache of every layer. */
    void advance(int tokens) {
        length += tokens;
        firstRewound = Math.max(firstRewound, length - MAX_REWIND);
    }

    /**
     * Forgets the tokens after the first {@code length}, as if they had never been read: others can
     * then be read in their place.
     *
     * @throws IllegalArgumentException if there are fewer, or if more than {@value #MAX_REWIND}
     *     would be forgotten: a layer with a window may have dropped what the next token sees
     */
    public void rewind(int length) {
        if (length < firstRewound || length > this.length) {
            throw new IllegalArgumentException(
                    "A text of %d tokens can be rewound to %d or more, not to %d."
                            .formatted(this.length, firstRewound, length));
        }
        this.length = length;
    }

    KvCache layer(int index) {
        return layers.get(index);
    }

    Scratch scratch() {
        return scratch;
    }
}
