package openweights.engine.train;

import java.util.List;
import openweights.engine.train.network.Parameters;

/** Weights that a batch of texts can update. */
public interface Trainable {

    /**
     * Takes a training step.
     *
     * @param texts each as its token ids, from the beginning to the end of the text
     */
    StepResult learn(List<int[]> texts);

    /** The loss on texts without learning from them, in nats per token. */
    double loss(List<int[]> texts);

    /** All current weights, in the layout of {@link #parameters}. */
    float[] weights();

    Parameters parameters();

    /** How many steps have been taken so far. */
    int step();
}
