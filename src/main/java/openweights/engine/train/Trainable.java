package openweights.engine.train;

import java.util.List;
import openweights.engine.train.network.Parameters;

/** Weights that change with every batch of texts. */
public interface Trainable {

    /** Learns from texts, each from its first to its last id. */
    StepResult learn(List<int[]> texts);

    /** Nats per token on texts that it does not learn from. */
    double loss(List<int[]> texts);

    /** All weights as they are now, as {@link #parameters} lays them out. */
    float[] weights();

    Parameters parameters();

    /** How many steps have been taken. */
    int step();
}
