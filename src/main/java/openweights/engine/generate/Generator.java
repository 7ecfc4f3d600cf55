package openweights.engine.generate;

import java.util.function.Consumer;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/**
 * Writes text: reads the prompt, then picks, shows and reads one token after the other.
 *
 * <pre>{@code
 * Generator generator = new Generator(Model.open(folder), Tokenizer.open(folder));
 * generator.generate(Request.greedy("Once upon a time", 50), System.out::print);
 * }</pre>
 */
public final class Generator {

    private final Model model;
    private final Tokenizer tokenizer;

    /**
     * @throws openweights.engine.token.json.TokenizerException if the tokenizer has tokens that the
     *     model does not know
     */
    public Generator(Model model, Tokenizer tokenizer) {
        tokenizer.requireFits(model.config().dimensions().vocabulary());
        this.model = model;
        this.tokenizer = tokenizer;
    }

    /**
     * @param show gets the text part by part, as soon as it is certain
     * @throws ModelException if the prompt is longer than the model's context
     */
    public Generation generate(Request request, Consumer<String> show) {
        int[] prompt = prompt(request.prompt());
        State state = model.newState();
        GenerationBuffer draft =
                new GenerationBuffer(prompt, request, tokenizer.streamingDecoder(true), show);
        long start = System.nanoTime();
        float[] logits = draft.open() ? model.forward(prompt, state) : new float[0];
        long read = System.nanoTime();
        while (draft.open()) {
            int id = request.sampler().pick(logits, draft.all());
            if (model.config().special().end().contains(id)) {
                draft.close(Generation.End.END_TOKEN);
            } else {
                draft.add(id);
                if (draft.open() && state.length() == model.config().dimensions().context()) {
                    draft.close(Generation.End.CONTEXT);
                }
                if (draft.open()) {
                    logits = model.forward(id, state);
                }
            }
        }
        return draft.finished((read - start) * 1e-9, (System.nanoTime() - read) * 1e-9);
    }

    private int[] prompt(String text) {
        int[] ids = tokenizer.encode(text);
        if (ids.length > 0) {
            return ids;
        }
        int begin =
                model.config()
                        .special()
                        .begin()
                        .orElseThrow(
                                () ->
                                        new ModelException(
                                                "The prompt is empty, and this model has no token to begin a text with. Give some text."));
        return new int[] {begin};
    }
}
