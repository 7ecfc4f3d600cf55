package openweights.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import openweights.engine.math.Backend;
import openweights.engine.math.KvCache;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.ActivationHook;
import openweights.engine.model.layer.LayerHook;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Scratch;
import openweights.engine.model.layer.Tensors;
import openweights.engine.model.layer.TokenWise;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.SafetensorsException;

/**
 * A language model: tokens in, a score for each possible next token (logits) out.
 *
 * <pre>{@code
 * Model model = Model.open(folder);
 * State state = model.newState();
 * float[] logits = model.forward(new int[] {1, 403, 407}, state); // the prompt as one batch
 * logits = model.forward(next, state);                            // then token by token
 * }</pre>
 *
 * A model is safe for use by several threads, each with a state of its own.
 */
public final class Model {

    /** So many tokens of a long prompt are computed together. */
    private static final int BATCH = 256;

    private final Config config;
    private final Tensors tensors;
    private final Network network;
    private final Backend backend;
    private final Dimensions sizes;

    /** A model on tensors from anywhere, such as weights in training. */
    public Model(Config config, Tensors tensors, Backend backend) {
        this.config = config;
        this.tensors = tensors;
        this.network = config.family().network(tensors);
        this.backend = backend;
        this.sizes = config.dimensions();
    }

    /** Opens a folder that holds config.json and safetensors, with the fastest kernel. */
    public static Model open(Path folder) {
        return open(folder, Precision.STORED, Backend.best());
    }

    /**
     * Opens a folder that holds config.json and safetensors. Only the headers are read; weights
     * follow when they are first needed.
     *
     * @throws ModelException if config and tensors do not fit each other, or memory does not
     *     suffice
     */
    public static Model open(Path folder, Precision precision, Backend backend) {
        Config config = Config.read(folder);
        try {
            Checkpoint checkpoint = Checkpoint.open(folder);
            CheckpointValidator.check(config, checkpoint);
            Footprint need = Footprint.of(config, checkpoint, precision, 1);
            need.requireFits(folder);
            Tensors tensors = new StoredTensors(checkpoint, backend, precision, need.fitsHeap());
            return new Model(config, tensors, backend);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same network on changed tensors; this one stays as it is. */
    public Model with(UnaryOperator<Tensors> change) {
        return new Model(config, change.apply(tensors), backend);
    }

    public Config config() {
        return config;
    }

    public Backend backend() {
        return backend;
    }

    /** Bytes of weights that computing one token reads. */
    public long bytesPerToken() {
        return network.bytesPerToken();
    }

    /** The state of a text that has not begun. */
    public State newState() {
        return new State(sizes, network.positions());
    }

    /** Reads one token; the logits of the next, [V]. */
    public float[] forward(int token, State state) {
        return forward(new int[] {token}, state);
    }

    /** Reads several tokens; the logits after the last of them, [V]. */
    public float[] forward(int[] tokens, State state) {
        return forward(tokens, state, ActivationHook.NONE);
    }

    /**
     * The same, with someone who looks at every activation.
     *
     * @throws ModelException if a token is not in the vocabulary, or the text outgrows the context
     */
    public float[] forward(int[] tokens, State state, ActivationHook tap) {
        require(tokens);
        return unharmed(() -> last(tokens, state, LayerHook.of(tap)));
    }

    private float[] last(int[] tokens, State state, LayerHook watch) {
        int batch = watch.on() ? tokens.length : BATCH; // a trace is of one pass
        int from = 0;
        for (; tokens.length - from > batch; from += batch) {
            pass(Arrays.copyOfRange(tokens, from, from + batch), state, watch);
        }
        pass(Arrays.copyOfRange(tokens, from, tokens.length), state, watch);
        float[] logits = head(row(state.scratch().x, tokens.length - from - 1));
        watch.see("logits", logits, 1, logits.length);
        return logits;
    }

    /** Reads several tokens; the logits after each of them, [T][V]. */
    public float[][] logits(int[] tokens, State state) {
        require(tokens);
        return unharmed(() -> each(tokens, state));
    }

    private float[][] each(int[] tokens, State state) {
        float[][] logits = new float[tokens.length][];
        for (int from = 0; from < tokens.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(tokens, from, Math.min(tokens.length, from + BATCH));
            pass(batch, state, LayerHook.OFF);
            for (int t = 0; t < batch.length; t++) {
                logits[from + t] = head(row(state.scratch().x, t));
            }
        }
        return logits;
    }

    /**
     * When a mapped file is cut off, its lost pages read as zeros, and the JVM tells so later, at
     * some other place. So nothing is handed out before the files were looked at again.
     */
    private <T> T unharmed(Supplier<T> passes) {
        try {
            T result = passes.get();
            tensors.requireUnchanged();
            return result;
        } catch (SafetensorsException changed) {
            backend.pool().settle();
            throw changed;
        } catch (InternalError fault) {
            backend.pool().settle();
            tensors.requireUnchanged();
            throw new ModelException(
                    "A file of weights was cut off while this program read it ("
                            + fault.getMessage()
                            + "). It is none of this model's files: compute once more.",
                    fault);
        }
    }

    /**
     * What the head makes of a vector in the middle of the network: the final norm, then a score
     * for each token, [V]. With the output of an early layer this is the logit lens.
     *
     * @param hidden [d], such as a row of {@code layers.3.output} in a {@link Trace}
     */
    public float[] logitLens(float[] hidden) {
        float[] x = hidden.clone();
        network.norm().apply(backend, 1, x, x);
        return head(x);
    }

    private float[] head(float[] x) {
        float[] logits = new float[sizes.vocabulary()]; // [V]
        network.head().apply(backend, 1, x, logits);
        requireFinite(logits);
        return logits;
    }

    private float[] row(float[] x, int t) {
        return Arrays.copyOfRange(x, t * sizes.hidden(), (t + 1) * sizes.hidden());
    }

    /** The forward pass; leaves what the head reads in the scratch's x, [T, d]. */
    private void pass(int[] tokens, State state, LayerHook watch) {
        int count = tokens.length; // T
        int d = sizes.hidden();
        state.makeRoom(count);
        Scratch scratch = state.scratch();
        float[] x = scratch.x;
        float[] normed = scratch.normed;
        float[] added = scratch.added;

        // The residual stream begins with the tokens' embeddings.
        embed(tokens, state.length(), x);
        watch.see("embedding", x, count, d);

        for (int i = 0; i < sizes.layers(); i++) {
            Network.Layer layer = network.layers().get(i);
            LayerHook here = watch.layer(i);

            // Tokens look at tokens before them: x += attention(norm(x)).
            layer.attentionNorm().apply(backend, count, x, normed);
            here.see("attention.norm", normed, count, d);
            attend(layer.attention(), count, state, state.layer(i), here);
            here.see("attention.output", added, count, d);
            add(count, added, x);
            here.see("middle", x, count, d);

            // Each token by itself: x += mlp(norm(x)).
            layer.mlpNorm().apply(backend, count, x, normed);
            here.see("mlp.norm", normed, count, d);
            layer.mlp().apply(backend, count, normed, added, scratch, here);
            here.see("mlp.output", added, count, d);
            add(count, added, x);
            here.see("output", x, count, d);
        }
        state.advance(count);

        network.norm().apply(backend, count, x, x);
        watch.see("norm", x, count, d);
    }

    /** x = embedding of each token, [T, d]. */
    private void embed(int[] tokens, int first, float[] x) {
        int d = sizes.hidden();
        TokenWise.each(backend, tokens.length, t -> network.embedding().row(tokens[t], x, t * d));
        network.positions().embed(backend, tokens.length, first, x);
        if (network.embeddingNorm() != null) {
            network.embeddingNorm().apply(backend, tokens.length, x, x);
        }
    }

    /** x += added, both [T, d]. */
    private void add(int count, float[] added, float[] x) {
        int d = sizes.hidden();
        TokenWise.each(backend, count, t -> backend.kernel().add(added, t * d, x, t * d, d));
    }

    /** added = attention(normed), both [T, d]. */
    private void attend(
            Network.SelfAttention part, int count, State state, KvCache cache, LayerHook watch) {
        int width = sizes.qkvWidth();
        int keysAt = sizes.queryWidth();
        int valuesAt = keysAt + sizes.keyValueWidth();
        float[] qkv = state.scratch().qkv; // [T, (H + 2K) hd]
        part.qkv().apply(backend, count, state.scratch().normed, qkv);
        if (part.interleaved()) {
            TokenWise.each(backend, count, t -> unweave(qkv, t * width));
        }
        watch.see("attention.q", qkv, 0, width, count, keysAt);
        watch.see("attention.k", qkv, keysAt, width, count, valuesAt - keysAt);
        watch.see("attention.v", qkv, valuesAt, width, count, valuesAt - keysAt);

        // Queries and keys turn with the position; keys and values join the cache.
        Rope rope = state.rope();
        if (rope != null) {
            TokenWise.each(backend, count, t -> rotate(rope, state.length() + t, qkv, t * width));
            watch.see("attention.q.turned", qkv, 0, width, count, keysAt);
            watch.see("attention.k.turned", qkv, keysAt, width, count, valuesAt - keysAt);
        }
        int position = state.position();
        for (int t = 0; t < count; t++) {
            cache.put(position + t, qkv, t * width + keysAt, qkv, t * width + valuesAt);
        }

        // Each head mixes the values it looks at; the output matrix brings the heads together.
        int seen = position + count;
        float[] weights = watch.on() ? new float[count * sizes.heads() * seen] : null; // [T, H, n]
        float[] mixed = state.scratch().mixed; // [T, H hd]
        part.attention()
                .attend(backend, count, position, qkv, 0, width, cache, mixed, 0, keysAt, weights);
        if (weights != null) {
            watch.see("attention.weights", weights, count * sizes.heads(), seen);
        }
        watch.see("attention.mixed", mixed, count, keysAt);
        part.output().apply(backend, count, mixed, state.scratch().added);
    }

    /** From q, k, v of each head to all queries, all keys, all values. */
    private void unweave(float[] qkv, int at) {
        int size = sizes.headSize();
        float[] woven = Arrays.copyOfRange(qkv, at, at + sizes.qkvWidth()); // [H, 3, hd]
        for (int h = 0; h < sizes.heads(); h++) {
            for (int part = 0; part < 3; part++) {
                int to = at + (part * sizes.heads() + h) * size;
                System.arraycopy(woven, (3 * h + part) * size, qkv, to, size);
            }
        }
    }

    /** Turns the queries and keys of one token. */
    private void rotate(Rope rope, int position, float[] qkv, int at) {
        for (int h = 0; h < sizes.heads() + sizes.keyValueHeads(); h++) {
            rope.rotate(position, qkv, at + h * sizes.headSize());
        }
    }

    /**
     * A weight that is NaN or infinite spoils all that it touches, so it shows here at the latest.
     * To look at every weight beforehand would mean to read the whole file.
     */
    private void requireFinite(float[] logits) {
        if (Float.isFinite(backend.kernel().sum(logits, 0, logits.length))) {
            return; // one that is not would make the sum so
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new ModelException(
                        "The model's scores are not numbers any more. "
                                + tensors.flaw()
                                        .orElse("All weights are finite: they are too large."));
            }
        }
    }

    private void require(int[] tokens) {
        if (tokens.length == 0) {
            throw new ModelException("There are no tokens to read; give at least one.");
        }
        for (int token : tokens) {
            if (token < 0 || token >= sizes.vocabulary()) {
                throw new ModelException(
                        "Token "
                                + token
                                + " is not in the model's vocabulary of "
                                + sizes.vocabulary()
                                + ". Does the tokenizer belong to this model?");
            }
        }
    }
}
