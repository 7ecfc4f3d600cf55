package openweights.engine.generate;

import java.util.Arrays;
import java.util.function.Consumer;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/**
 * Generates text: reads the prompt, then picks, shows and reads one token at a time.
 *
 * <pre>{@code
 * Generator generator = new Generator(Model.open(folder), Tokenizer.open(folder));
 * generator.generate(Request.greedy("Once upon a time", 50), System.out::print);
 * }</pre>
 */
public final class Generator {

    /** How many tokens are read at once. */
    private static final int BATCH = 256;

    private final Model model;
    private final Tokenizer tokenizer;
    private final PromptReader reader;

    /**
     * @throws openweights.engine.token.json.TokenizerException if the tokenizer has ids outside of
     *     the model's vocabulary
     */
    public Generator(Model model, Tokenizer tokenizer) {
        this.reader = new PromptReader(model, tokenizer);
        this.model = model;
        this.tokenizer = tokenizer;
    }

    /**
     * @param show receives the text in parts, each as soon as later tokens cannot change it
     * @throws ModelException if the prompt is longer than the model's context, or empty for a model
     *     without a beginning-of-text token
     */
    public Generation generate(Request request, Consumer<String> show) {
        int[] prompt = reader.read(request.prompt());
        return generate(Continuation.of(request, prompt, model), show);
    }

    /**
     * The same from tokens. Afterwards the state has read all of them but the last one or two.
     *
     * @throws ModelException if there are more tokens than the model's context has
     */
    public Generation generate(Continuation text, Consumer<String> show) {
        reader.requireFits(text.tokens());
        GenerationBuffer buffer =
                new GenerationBuffer(text, tokenizer.streamingDecoder(!text.showSpecial()), show);
        State state = text.state();
        Sampler sampler = text.sampler(model);
        long start = System.nanoTime();
        float[] logits = read(text, buffer);
        long read = System.nanoTime();
        while (buffer.isOpen()) {
            int id = sampler.pick(logits, buffer.tokens());
            if (text.end().contains(id)) {
                buffer.close(Generation.End.END_TOKEN);
            } else {
                buffer.add(id);
                if (buffer.isOpen() && state.length() == model.config().dimensions().context()) {
                    buffer.close(Generation.End.CONTEXT);
                }
                if (buffer.isOpen()) {
                    logits = model.forward(id, state);
                }
            }
        }
        return buffer.finish((read - start) * 1e-9, (System.nanoTime() - read) * 1e-9);
    }

    /**
     * Reads what is unread, in parts, between which the text can be stopped; returns the logits.
     */
    private float[] read(Continuation text, GenerationBuffer buffer) {
        State state = text.state();
        float[] logits = {};
        while (state.length() < text.tokens().length && buffer.isOpen()) {
            int end = Math.min(text.tokens().length, state.length() + BATCH);
            logits = model.forward(Arrays.copyOfRange(text.tokens(), state.length(), end), state);
        }
        return logits;
    }
}
