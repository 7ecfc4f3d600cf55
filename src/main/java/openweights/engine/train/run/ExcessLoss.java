package openweights.engine.train.run;

/**
 * A model's loss compared with the best possible one, on the same stories.
 *
 * @param loss nats per token
 * @param natsPerStory the model's loss per story
 * @param entropyPerStory the corpus's own, in nats, which no model can beat on average
 */
public record ExcessLoss(double loss, double natsPerStory, double entropyPerStory) {

    /** How far the loss is above the entropy; 0.03 is 3 %. */
    public double share() {
        return natsPerStory / entropyPerStory - 1;
    }
}
