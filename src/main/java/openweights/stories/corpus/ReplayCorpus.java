package openweights.stories.corpus;

import java.util.List;
import openweights.engine.train.Corpus;

/**
 * A corpus with other texts mixed in, so that a model that learns the corpus does not forget them:
 * every second training text is one of these, in rotation. Validation stories and probabilities are
 * the corpus's own.
 *
 * @param others at least one text; used in this order
 */
public record ReplayCorpus(Corpus corpus, List<String> others) implements Corpus {

    public ReplayCorpus {
        others = List.copyOf(others);
        if (others.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are no texts to mix into the stories of %s. Give at least one."
                            .formatted(corpus.name()));
        }
    }

    @Override
    public String name() {
        return corpus.name() + " and " + others.size() + " other texts";
    }

    @Override
    public int version() {
        return corpus.version();
    }

    @Override
    public String train(long index) {
        long half = index / 2;
        return index % 2 == 0 ? corpus.train(half) : others.get((int) (half % others.size()));
    }

    @Override
    public String validation(long index) {
        return corpus.validation(index);
    }

    @Override
    public double logProbability(String text) {
        return corpus.logProbability(text);
    }
}
