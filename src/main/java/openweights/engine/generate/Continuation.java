package openweights.engine.generate;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.model.config.SuppressedTokens;

/**
 * A text in tokens that a model is to continue, of which it may have read a part. A {@link Request}
 * is the same for a text in characters.
 *
 * @param tokens the text so far
 * @param state has read the first of the tokens, or none, and not all
 * @param maxTokens stop after this many new tokens
 * @param stops stop strings: the text ends before the first of them
 * @param end each of these tokens ends the text
 * @param showSpecial whether special tokens are part of the text that is shown
 * @param stopped asked before each token; true ends the text
 */
public record Continuation(
        int[] tokens,
        State state,
        int maxTokens,
        List<String> stops,
        Sampler sampler,
        Set<Integer> end,
        boolean showSpecial,
        BooleanSupplier stopped) {

    public Continuation {
        Require.that(maxTokens >= 0, "number of tokens", maxTokens, "0 or more");
        Require.that(state.length() < tokens.length, "number of unread tokens", 0, "1 or more");
        stops = List.copyOf(stops);
        end = Set.copyOf(end);
    }

    /**
     * How the next token is chosen among those that a model may generate. The other ones are taken
     * out first, which is the same as where transformers does it, after the penalty of repetitions.
     */
    Sampler sampler(Model model) {
        SuppressedTokens suppressed = model.config().special().suppressed();
        if (suppressed.isEmpty()) {
            return sampler;
        }
        LogitsProcessor first = LogitsProcessor.suppress(suppressed.first());
        return sampler.after(
                List.of(
                        LogitsProcessor.suppress(suppressed.always()),
                        (logits, text) -> {
                            if (text.length() == tokens.length) {
                                first.apply(logits, text);
                            }
                        }));
    }

    /** What a request asks of a model, after its prompt has become tokens. */
    static Continuation of(Request request, int[] prompt, Model model) {
        return new Continuation(
                prompt,
                model.newState(),
                request.maxTokens(),
                request.stops(),
                request.sampler(),
                model.config().special().end(),
                false,
                () -> false);
    }
}
