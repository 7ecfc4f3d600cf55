package openweights.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import openweights.engine.math.Backend;
import openweights.engine.math.KvCache;
import openweights.engine.math.kernel.Kernel;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.ActivationHook;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.LayerHook;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Scratch;
import openweights.engine.model.layer.Span;
import openweights.engine.model.layer.Tensors;
import openweights.engine.model.layer.TokenWise;
import openweights.engine.view.TensorSource;
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

    /** Tokens whose logits are computed at once; many have a lot of them. */
    private static final int HEADS = 16;

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
            for (String warning : config.warnings()) { // a logger is not loaded without need
                System.getLogger(Model.class.getName()).log(System.Logger.Level.WARNING, warning);
            }
            TensorSource source = files.tensors();
            CheckpointValidator.check(config, source);
            Footprint need = Footprint.of(config, source, precision, 1);
            need.requireFits(path, () -> Footprint.of(config, source, Precision.INT4, 1));
            Tensors tensors = new StoredTensors(source, backend, precision, need.fitsHeap());
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
        return new State(sizes, network);
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
        int end = state.require(tokens.length);
        int from = 0;
        for (; tokens.length - from > batch; from += batch) {
            pass(Arrays.copyOfRange(tokens, from, from + batch), end, state, hook);
        }
        pass(Arrays.copyOfRange(tokens, from, tokens.length), end, state, hook);
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
        int end = state.require(tokens.length);
        for (int from = 0; from < tokens.length; from += BATCH) {
            int[] batch = Arrays.copyOfRange(tokens, from, Math.min(tokens.length, from + BATCH));
            pass(batch, end, state, LayerHook.OFF);
            for (int t = 0; t < batch.length; t += HEADS) {
                heads(state.scratch().x, t, Math.min(HEADS, batch.length - t), logits, from + t);
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

    /** Logits of several tokens, for which the head's weights are read once. */
    private void heads(float[] x, int first, int count, float[][] logits, int at) {
        int d = sizes.hidden();
        float[] rows = Arrays.copyOfRange(x, first * d, (first + count) * d);
        float[] all = network.head().apply(backend, count, rows); // [count, V]
        requireFinite(all);
        int vocabulary = all.length / count;
        for (int t = 0; t < count; t++) {
            logits[at + t] = Arrays.copyOfRange(all, t * vocabulary, (t + 1) * vocabulary);
        }
    }

    private float[] head(float[] x) {
        float[] logits = network.head().apply(backend, x); // [V]
        requireFinite(logits);
        return logits;
    }

    private float[] row(float[] x, int t) {
        return Arrays.copyOfRange(x, t * sizes.hidden(), (t + 1) * sizes.hidden());
    }

    /**
     * The forward pass; leaves the input of the output head in the scratch's x, [T, d].
     *
     * @param end the length of the text after all passes of this call
     */
    private void pass(int[] tokens, int end, State state, LayerHook hook) {
        int count = tokens.length; // T
        int d = sizes.hidden();
        state.makeRoom(count);
        Span span = new Span(state.length(), count, end);
        Scratch scratch = state.scratch();
        float[] x = scratch.x;

        // The residual stream begins with the token embeddings.
        network.embed(backend, tokens, state.length(), scratch);
        hook.see("embedding", x, count, d);

        for (int i = 0; i < sizes.layers(); i++) {
            layer(network.blocks().get(i), span, state.layer(i), scratch, hook.layer(i));
        }
        state.advance(count);

        network.norm().apply(backend, count, x, x);
        hook.see("norm", x, count, d);
    }

    /** Adds to the residual stream what attention and the feed-forward part of a layer find. */
    private void layer(Block block, Span span, KvCache cache, Scratch scratch, LayerHook hook) {
        int count = span.count();
        int d = sizes.hidden();
        float[] x = scratch.x;
        float[] normed = scratch.normed;
        float[] added = scratch.added;

        // Tokens attend to earlier tokens: x += attention(norm(x)).
        block.beforeAttention().apply(backend, count, x, normed);
        hook.see("attention.norm", normed, count, d);
        block.attention().apply(backend, span, cache, scratch, hook);
        block.afterAttention().apply(backend, count, added, added);
        hook.see("attention.output", added, count, d);
        if (block.parallel()) {
            block.beforeMlp().apply(backend, count, x, normed);
        }
        add(count, block.residualScale(), added, x);
        hook.see("middle", x, count, d);

        // Each token by itself: x += mlp(norm(x)).
        if (!block.parallel()) {
            block.beforeMlp().apply(backend, count, x, normed);
        }
        hook.see("mlp.norm", normed, count, d);
        block.mlp().apply(backend, count, normed, added, scratch, hook);
        block.afterMlp().apply(backend, count, added, added);
        hook.see("mlp.output", added, count, d);
        add(count, block.residualScale(), added, x);
        block.end().apply(backend, count, scratch, hook);
        hook.see("output", x, count, d);
    }

    /** x += scale added, both [T, d]. */
    private void add(int count, float scale, float[] added, float[] x) {
        int d = sizes.hidden();
        Kernel kernel = backend.kernel();
        TokenWise.each(
                backend,
                count,
                t -> {
                    if (scale == 1) {
                        kernel.add(added, t * d, x, t * d, d);
                    } else {
                        kernel.axpy(scale, added, t * d, x, t * d, d);
                    }
                });
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
