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
import openweights.engine.weights.SafetensorsException;

/**
 * A language model: from tokens to logits, a score for each possible next token.
 *
 * <pre>{@code
 * Model model = Model.open(folder);
 * State state = model.newState();
 * float[] logits = model.forward(new int[] {1, 403, 407}, state); // the prompt as one batch
 * logits = model.forward(next, state);                            // then token by token
 * }</pre>
 *
 * <p>Several threads can use a model at once, each with its own state.
 */
public final class Model {

    /** How many tokens of a long prompt are processed together. */
    private static final int BATCH = 256;

    private final Config config;
    private final Tensors tensors;
    private final Network network;
    private final Backend backend;
    private final Dimensions sizes;

    /** A model with tensors from any source, such as weights in training. */
    public Model(Config config, Tensors tensors, Backend backend) {
        this.config = config;
        this.tensors = tensors;
        this.network = config.family().network(tensors);
        this.backend = backend;
        this.sizes = config.dimensions();
    }

    /** Opens a folder with config.json and safetensors, or a GGUF file, with the fastest kernel. */
    public static Model open(Path path) {
        return open(path, Precision.STORED, Backend.best());
    }

    /**
     * Opens a folder with config.json and safetensors, or a GGUF file. Only the headers are read
     * now; weights are read when they are first needed.
     *
     * @throws ModelException if config and tensors do not match, or there is not enough memory
     */
    public static Model open(Path path, Precision precision, Backend backend) {
        try {
            ModelFiles files = ModelFiles.of(path);
            Config config = files.config();
            CheckpointValidator.check(config, files.tensors());
            Footprint need = Footprint.of(config, files.tensors(), precision, 1);
            need.requireFits(path);
            Tensors tensors =
                    new StoredTensors(files.tensors(), backend, precision, need.fitsHeap());
            return new Model(config, tensors, backend);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model with the same network on changed tensors; this one stays unchanged. */
    public Model with(UnaryOperator<Tensors> change) {
        return new Model(config, change.apply(tensors), backend);
    }

    public Config config() {
        return config;
    }

    public Backend backend() {
        return backend;
    }

    /** Bytes of the weights that one token needs. */
    public long bytesPerToken() {
        return network.bytesPerToken();
    }

    /** The state of an empty text. */
    public State newState() {
        return new State(sizes, network.positions());
    }

    /** Reads one token and returns the logits of the next one, [V]. */
    public float[] forward(int token, State state) {
        return forward(new int[] {token}, state);
    }

    /** Reads several tokens and returns the logits after the last one, [V]. */
    public float[] forward(int[] tokens, State state) {
        return forward(tokens, state, ActivationHook.NONE);
    }

    /**
     * The same, with a hook that is called with every activation.
     *
     * @throws ModelException if a token is not in the vocabulary, or the text outgrows the context
     */
    public float[] forward(int[] tokens, State state, ActivationHook hook) {
        require(tokens);
        return checked(() -> last(tokens, state, LayerHook.of(hook)));
    }

    private float[] last(int[] tokens, State state, LayerHook hook) {
        int batch = hook.on() ? tokens.length : BATCH; // a trace covers one pass
        int from = 0;
        for (; tokens.length - from > batch; from += batch) {
            pass(Arrays.copyOfRange(tokens, from, from + batch), state, hook);
        }
        pass(Arrays.copyOfRange(tokens, from, tokens.length), state, hook);
        float[] logits = head(row(state.scratch().x, tokens.length - from - 1));
        hook.see("logits", logits, 1, logits.length);
        return logits;
    }

    /** Reads several tokens and returns the logits after each of them, [T][V]. */
    public float[][] logits(int[] tokens, State state) {
        require(tokens);
        return checked(() -> each(tokens, state));
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
     * When a mapped file is truncated, its lost pages read as zeros, and the JVM reports that later
     * and elsewhere. So no result is returned before the files have been checked again.
     */
    private <T> T checked(Supplier<T> passes) {
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
                    "A file of weights was truncated while this program read it ("
                            + fault.getMessage()
                            + "). It is not a file of this model: run the computation again.",
                    fault);
        }
    }

    /**
     * Applies the final norm and the output head to a vector from the middle of the network, [V]:
     * the logit lens.
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

    /** The forward pass; leaves the input of the output head in the scratch's x, [T, d]. */
    private void pass(int[] tokens, State state, LayerHook hook) {
        int count = tokens.length; // T
        int d = sizes.hidden();
        state.makeRoom(count);
        Scratch scratch = state.scratch();
        float[] x = scratch.x;
        float[] normed = scratch.normed;
        float[] added = scratch.added;

        // The residual stream begins with the token embeddings.
        embed(tokens, state.length(), x);
        hook.see("embedding", x, count, d);

        for (int i = 0; i < sizes.layers(); i++) {
            Network.Layer layer = network.layers().get(i);
            LayerHook here = hook.layer(i);

            // Tokens attend to earlier tokens: x += attention(norm(x)).
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
        hook.see("norm", x, count, d);
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
            Network.SelfAttention part, int count, State state, KvCache cache, LayerHook hook) {
        int width = sizes.qkvWidth();
        int keysAt = sizes.queryWidth();
        int valuesAt = keysAt + sizes.keyValueWidth();
        float[] qkv = state.scratch().qkv; // [T, (H + 2K) hd]
        part.qkv().apply(backend, count, state.scratch().normed, qkv);
        if (part.interleaved()) {
            TokenWise.each(backend, count, t -> deinterleave(qkv, t * width));
        }
        hook.see("attention.q", qkv, 0, width, count, keysAt);
        hook.see("attention.k", qkv, keysAt, width, count, valuesAt - keysAt);
        hook.see("attention.v", qkv, valuesAt, width, count, valuesAt - keysAt);

        // Queries and keys are rotated by position; keys and values go into the cache.
        Rope rope = state.rope();
        if (rope != null) {
            TokenWise.each(backend, count, t -> rotate(rope, state.length() + t, qkv, t * width));
            hook.see("attention.q.turned", qkv, 0, width, count, keysAt);
            hook.see("attention.k.turned", qkv, keysAt, width, count, valuesAt - keysAt);
        }
        int position = state.position();
        for (int t = 0; t < count; t++) {
            cache.put(position + t, qkv, t * width + keysAt, qkv, t * width + valuesAt);
        }

        // Each head mixes the values it attends to; the output matrix combines the heads.
        int seen = position + count;
        float[] weights = hook.on() ? new float[count * sizes.heads() * seen] : null; // [T, H, n]
        float[] mixed = state.scratch().mixed; // [T, H hd]
        part.attention()
                .attend(backend, count, position, qkv, 0, width, cache, mixed, 0, keysAt, weights);
        if (weights != null) {
            hook.see("attention.weights", weights, count * sizes.heads(), seen);
        }
        hook.see("attention.mixed", mixed, count, keysAt);
        part.output().apply(backend, count, mixed, state.scratch().added);
    }

    /** Reorders q, k, v of each head to all queries, all keys, all values. */
    private void deinterleave(float[] qkv, int at) {
        int size = sizes.headSize();
        float[] interleaved = Arrays.copyOfRange(qkv, at, at + sizes.qkvWidth()); // [H, 3, hd]
        for (int h = 0; h < sizes.heads(); h++) {
            for (int part = 0; part < 3; part++) {
                int to = at + (part * sizes.heads() + h) * size;
                System.arraycopy(interleaved, (3 * h + part) * size, qkv, to, size);
            }
        }
    }

    /** Rotates the queries and keys of one token. */
    private void rotate(Rope rope, int position, float[] qkv, int at) {
        for (int h = 0; h < sizes.heads() + sizes.keyValueHeads(); h++) {
            rope.rotate(position, qkv, at + h * sizes.headSize());
        }
    }

    /**
     * A weight that is NaN or infinite spreads to everything computed from it, so it shows up here
     * at the latest. Checking every weight beforehand would mean reading the whole file.
     */
    private void requireFinite(float[] logits) {
        if (Float.isFinite(backend.kernel().sum(logits, 0, logits.length))) {
            return; // a NaN or infinity would show in the sum
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new ModelException(
                        "The model's logits contain NaN or infinity. "
                                + tensors.nonFinite()
                                        .orElse(
                                                "All weights are finite, so they are too large for float32."));
            }
        }
    }

    private void require(int[] tokens) {
        if (tokens.length == 0) {
            throw new ModelException("There are no tokens to read. Give at least one.");
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
