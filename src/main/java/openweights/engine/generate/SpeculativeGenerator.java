package openweights.engine.generate;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import openweights.base.UserException;
import openweights.engine.generate.Draft.Proposal;
import openweights.engine.generate.Generation.End;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.token.Tokenizer;

/**
 * Speculative decoding: a small draft model proposes a few tokens, one at a time, and the large one
 * reads all of them at once. It keeps those that it would have picked itself; see {@link
 * AcceptanceRule}. Its weights are then read once for several tokens, and the text is distributed
 * as without the draft model.
 *
 * <pre>{@code
 * new SpeculativeGenerator(model, tokenizer, draft, draftTokenizer, 4, new Random(42))
 *         .generate(Request.greedy("Once upon a time", 50), System.out::print);
 * }</pre>
 *
 * <p>Greedy texts are the same token for token, unless two logits differ by less than rounding
 * does: products with several inputs add up in another order than products with one.
 */
public final class SpeculativeGenerator {

    private final Model model;
    private final Tokenizer tokenizer;
    private final Model draft;
    private final PromptReader reader;
    private final int proposals;
    private final AcceptanceRule rule;

    /**
     * @param proposals how many tokens the draft model proposes at a time, 1 to {@value
     *     State#MAX_REWIND}
     * @param random decides which proposals are accepted
     * @throws UserException if the two models' tokenizers differ
     */
    public SpeculativeGenerator(
            Model model,
            Tokenizer tokenizer,
            Model draft,
            Tokenizer draftTokenizer,
            int proposals,
            RandomGenerator random) {
        Require.that(
                proposals >= 1 && proposals <= State.MAX_REWIND,
                "number of draft tokens",
                proposals,
                "1 to " + State.MAX_REWIND);
        SameVocabulary.require(tokenizer, draftTokenizer);
        this.reader = new PromptReader(model, tokenizer);
        this.model = model;
        this.tokenizer = tokenizer;
        this.draft = draft;
        this.proposals = proposals;
        this.rule = new AcceptanceRule(random);
    }

    /**
     * @param show receives the text in parts, each as soon as later tokens cannot change it
     * @throws UserException as {@link Generator#generate}, or if the request's sampler does not say
     *     how likely it picks a token
     */
    public Speculation generate(Request request, Consumer<String> show) {
        int[] prompt = reader.read(request.prompt());
        Continuation wanted = Continuation.of(request, prompt, model);
        GenerationBuffer buffer =
                new GenerationBuffer(wanted, tokenizer.streamingDecoder(true), show);
        Text text = new Text(wanted, buffer);
        long start = System.nanoTime();
        if (buffer.isOpen()) {
            text.begin(prompt);
        }
        long read = System.nanoTime();
        while (buffer.isOpen()) {
            text.continueWith(proposals);
        }
        Generation generation =
                buffer.finish((read - start) * 1e-9, (System.nanoTime() - read) * 1e-9);
        return new Speculation(generation, text.reads, text.proposed, text.accepted);
    }

    /** One text. Both models have read all of its tokens but the last, or fewer. */
    private final class Text {

        private final Sampler sampler;
        private final GenerationBuffer buffer;
        private final State state;
        private final Draft drafted = new Draft(draft, model.config().dimensions().vocabulary());
        private int reads;
        private int proposed;
        private int accepted;

        Text(Continuation wanted, GenerationBuffer buffer) {
            this.sampler = wanted.sampler(model);
            this.state = wanted.state();
            this.buffer = buffer;
        }

        void begin(int[] prompt) {
            float[] logits = model.forward(prompt, state);
            add(rule.draw(sampler.probabilities(logits, buffer.tokens())));
        }

        /** Adds at least one token, and at most one more than are proposed. */
        void continueWith(int count) {
            int room = model.config().dimensions().context() - state.length() - 1;
            Proposal proposal =
                    drafted.propose(Math.min(count, room), buffer.tokens(), sampler, rule);
            proposed += proposal.ids().length;
            reads++;
            verify(proposal, model.logits(withLast(proposal.ids()), state));
            if (buffer.isOpen()) {
                int known = buffer.tokens().length() - 1;
                state.rewind(known);
                drafted.rewind(known);
            }
        }

        private void verify(Proposal proposal, float[][] logits) {
            for (int i = 0; i < proposal.ids().length; i++) {
                int id = proposal.ids()[i];
                double[] p = sampler.probabilities(logits[i], buffer.tokens());
                int chosen = rule.choose(id, proposal.probabilities()[i], p);
                accepted += chosen == id ? 1 : 0;
                add(chosen);
                if (chosen != id || !buffer.isOpen()) {
                    return;
                }
            }
            float[] last = logits[proposal.ids().length];
            add(rule.draw(sampler.probabilities(last, buffer.tokens())));
        }

        /** The text's last token, which the model has not read, and the proposed ones. */
        private int[] withLast(int[] ids) {
            int[] all = new int[ids.length + 1];
            all[0] = buffer.tokens().get(buffer.tokens().length() - 1);
            System.arraycopy(ids, 0, all, 1, ids.length);
            return all;
        }

        private void add(int id) {
            if (model.config().special().end().contains(id)) {
                buffer.close(End.END_TOKEN);
                return;
            }
            buffer.add(id);
            int context = model.config().dimensions().context();
            if (buffer.isOpen() && buffer.tokens().length() > context) {
                buffer.close(End.CONTEXT);
            }
        }
    }
}
