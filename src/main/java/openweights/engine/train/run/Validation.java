package openweights.engine.train.run;

import java.util.List;
import openweights.engine.math.thread.Pool;
import openweights.engine.train.Corpus;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.MicroBatch;

/**
 * The stories that a run is measured on.
 *
 * @param entropyPerStory their exact mean surprisal under the corpus, in nats
 */
record Validation(List<int[]> texts, double entropyPerStory) {

    static Validation of(Dataset dataset, Corpus corpus, Pool pool) {
        List<String> stories = dataset.validationStories();
        double nats = stories.stream().mapToDouble(corpus::logProbability).sum();
        return new Validation(dataset.ids(stories, pool), -nats / stories.size());
    }

    ExcessLoss measure(Trainer trainer) {
        double loss = trainer.loss(texts);
        long tokens = texts.stream().mapToLong(MicroBatch::predictions).sum();
        return new ExcessLoss(loss, loss * tokens / texts.size(), entropyPerStory);
    }
}
