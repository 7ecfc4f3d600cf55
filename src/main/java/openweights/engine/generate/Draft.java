package openweights.engine.generate;

import java.util.Arrays;
import openweights.engine.model.Model;
import openweights.engine.model.State;

/** A draft model's reading of the text, and what it proposes. */
final class Draft {

    /**
     * Tokens that the draft model proposes.
     *
     * @param ids the tokens
     * @param probabilities those from which each was drawn, [ids][V]
     */
    record Proposal(int[] ids, double[][] probabilities) {}

    private final Model model;
    private final int vocabulary;
    private final State state;

    /**
     * @param vocabulary V of the large model; a draft model may have more or fewer unused ids
     */
    Draft(Model model, int vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.state = model.newState();
    }

    /** Proposes at most {@code count} tokens; fewer near the end of the model's context. */
    Proposal propose(int count, Tokens text, Sampler sampler, AcceptanceRule rule) {
        int room = model.config().dimensions().context() - text.length();
        int n = Math.max(0, Math.min(count, room));
        Proposal proposal = new Proposal(new int[n], new double[n][]);
        Tokens all = Tokens.of(text.toArray(0, text.length()));
        for (int i = 0; i < n; i++) {
            float[] logits = model.forward(all.toArray(state.length(), all.length()), state);
            proposal.probabilities[i] = sampler.probabilities(fit(logits), all);
            proposal.ids[i] = rule.draw(proposal.probabilities[i]);
            all.add(proposal.ids[i]);
        }
        return proposal;
    }

    /** Forgets what was read beyond the first {@code length} tokens. */
    void rewind(int length) {
        state.rewind(Math.min(length, state.length()));
    }

    private float[] fit(float[] logits) {
        if (logits.length == vocabulary) {
            return logits;
        }
        float[] fitted = Arrays.copyOf(logits, vocabulary);
        if (logits.length < vocabulary) {
            Arrays.fill(fitted, logits.length, vocabulary, Float.NEGATIVE_INFINITY);
        }
        return fitted;
    }
}
