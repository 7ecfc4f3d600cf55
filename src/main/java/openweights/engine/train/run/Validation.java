package openweights.engine.train.run;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.Corpus;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.MicroBatch;

/** The stories that a run is measured on, and how unlikely the corpus itself thinks them. */
record Validation(List<int[]> texts, double entropyPerStory) {

    static Validation of(Dataset texts, Corpus corpus, Pool pool) {
        List<String> stories = texts.validationStories();
        double nats = stories.stream().mapToDouble(corpus::logProbability).sum();
        return new Validation(texts.ids(stories, pool), -nats / stories.size());
    }

    ExcessLoss measure(Trainer learner) {
        double loss = learner.loss(texts);
        long tokens = texts.stream().mapToLong(MicroBatch::predictions).sum();
        return new ExcessLoss(loss, loss * tokens / texts.size(), entropyPerStory);
    }
}
