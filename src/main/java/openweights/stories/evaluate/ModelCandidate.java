package openweights.stories.evaluate;

import java.util.Arrays;
import java.util.List;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.generate.Sampler;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;

/** A language model as a candidate. Stories are read in parallel, so each is read on one thread. */
final class ModelCandidate implements Candidate {

    /** No story is nearly as long, so a text that has not ended by then is not a story. */
    private static final int MAX_TOKENS = 200;

    private final Model model;
    private final Tokenizer tokenizer;
    private final Generator generator;
    private final int end;

    ModelCandidate(Model model, Tokenizer tokenizer) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.generator = new Generator(model, tokenizer);
        this.end =
                model.config().special().end().stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ModelException(
                                                "config.json has no eos_token_id, so the end of a story is unknown. Add it."));
    }

    @Override
    public int[] ids(String text) {
        int[] ids = tokenizer.encode(text);
        int[] whole = Arrays.copyOf(ids, ids.length + 1);
        whole[ids.length] = end;
        return whole;
    }

    @Override
    public String text(int[] ids, int count) {
        return tokenizer.decode(Arrays.copyOf(ids, count)).strip();
    }

    @Override
    public int next(String text, String word) {
        return word.isEmpty() ? end : tokenizer.encode(text + word)[tokenizer.encode(text).length];
    }

    @Override
    public float[][] logProbabilities(int[] ids) {
        int[] read = Arrays.copyOf(ids, ids.length - 1);
        float[][] rows = Pool.alone(() -> model.logits(read, model.newState()));
        for (float[] row : rows) {
            normalize(row);
        }
        return rows;
    }

    /** Log softmax: logits - log(sum(exp(logits))). */
    private static void normalize(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        double logSum = max + Math.log(sum);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (logits[i] - logSum);
        }
    }

    @Override
    public String write(String prompt, Sampler sampler) {
        Request request = new Request(prompt, MAX_TOKENS, List.of(), sampler);
        return Pool.alone(() -> generator.generate(request, part -> {})).text().strip();
    }
}
