package openweights.engine.train.run;

/**
 * How far a model is from the best possible one, on the same stories.
 *
 * @param loss nats per token
 * @param natsPerStory the model's
 * @param entropyPerStory the corpus's own, which no model can beat on average
 */
public record ExcessLoss(double loss, double natsPerStory, double entropyPerStory) {

    /** The share above the entropy; 0.03 is three in a hundred. */
    public double share() {
        return natsPerStory / entropyPerStory - 1;
    }
}
