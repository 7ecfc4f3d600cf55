package openweights.train.run;

import java.util.List;
import openweights.corpus.Corpus;
import openweights.math.Pool;
import openweights.train.Learner;
import openweights.train.network.Chunk;

/** The stories that a run is measured on, and how unlikely the corpus itself thinks them. */
record Validation(List<int[]> texts, double entropyPerStory) {

    static Validation of(Texts texts, Corpus corpus, Pool pool) {
        List<String> stories = texts.validationStories();
        double nats = stories.stream().mapToDouble(corpus::logProbability).sum();
        return new Validation(texts.ids(stories, pool), -nats / stories.size());
    }

    Excess measure(Learner learner) {
        double loss = learner.loss(texts);
        long tokens = texts.stream().mapToLong(Chunk::predictions).sum();
        return new Excess(loss, loss * tokens / texts.size(), entropyPerStory);
    }
}
