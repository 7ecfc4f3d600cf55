package openweights.engine.train.run;

import java.nio.file.Path;
import openweights.engine.train.StepResult;

/** Follows a run. It is called on the thread that trains. */
public interface RunListener {

    /** A step was taken. */
    default void stepped(StepResult result) {}

    /** The validation loss was measured. */
    default void validated(int step, ExcessLoss excess) {}

    /**
     * The weights after a step were saved.
     *
     * @param sha256 of the file
     */
    default void saved(int step, Path file, String sha256) {}
}
