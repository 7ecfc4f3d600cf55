package openweights.engine.train.run;

import java.nio.file.Path;
import openweights.engine.train.StepResult;

/** Whoever wants to know how a run goes. Called on the thread that trains. */
public interface RunListener {

    /** A step was taken. */
    default void stepped(StepResult progress) {}

    /** The loss on stories that the model does not learn from was measured. */
    default void validated(int step, ExcessLoss excess) {}

    /**
     * The weights after a step were kept.
     *
     * @param sha256 of the file
     */
    default void kept(int step, Path file, String sha256) {}
}
