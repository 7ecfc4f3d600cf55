package openweights.stories.corpus;

import java.util.List;
import openweights.engine.train.Corpus;

/**
 * A corpus to learn, with other texts mixed in so that they are not forgotten: every second story
 * to train on is one of these, again and again. Validation and probabilities are the corpus's own.
 *
 * @param others at least one text; shown in this order
 */
public record ReplayCorpus(Corpus corpus, List<String> others) implements Corpus {

    public ReplayCorpus {
        others = List.copyOf(others);
        if (others.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no text to mix into the stories of %s: give at least one."
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
