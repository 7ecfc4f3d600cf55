package openweights.stories.adapt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.AtomicFolder;
import openweights.base.UserException;
import openweights.engine.train.StepResult;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.lora.LoraConfig;
import openweights.engine.train.tune.Base;
import openweights.engine.train.tune.Tuning;
import openweights.engine.train.tune.TuningConfig;
import openweights.stories.corpus.Stories;
import openweights.stories.evaluate.Candidate;
import openweights.stories.evaluate.Skill;

/**
 * Trains a LoRA adapter on a kind of story and measures the model before and after, on that kind
 * and on the one that the course's models were trained on.
 *
 * <pre>{@code
 * new Adaptation(Stories.of("hunts", 1), LoraConfig.ofRank(8), TuningConfig.lora())
 *         .run(Path.of("lessons/models/seedling"), Path.of("my-adapter"), listener);
 * }</pre>
 *
 * @param stories what to learn
 */
public record Adaptation(Stories stories, LoraConfig lora, TuningConfig tuning) {

    private static final int MEASURED_STORIES = 200;

    /** Follows an adaptation. */
    public interface Listener {

        /**
         * The model was measured on one kind of story.
         *
         * @param trained false before the training, true after it
         */
        void measured(boolean trained, Skill skill);

        /** A step was taken. */
        void stepped(StepResult step);
    }

    /**
     * Trains an adapter and writes it.
     *
     * @param model the folder of the released model, which stays as it is
     * @param target a folder that does not exist yet
     * @throws UserException if the model cannot be trained here, or the adapter does not fit it
     * @throws IOException if the target exists or cannot be written; this is checked first
     */
    public Adapter run(Path model, Path target, Listener listener) throws IOException {
        AtomicFolder.requireFree(target);
        Tuning training = Tuning.lora(Base.open(model), stories, lora, tuning);
        measure(training, false, listener);
        training.learn(
                step -> {
                    listener.stepped(step);
                    return true;
                });
        measure(training, true, listener);
        Adapter adapter = training.adapter();
        AtomicFolder.write(target, adapter::write);
        return adapter;
    }

    private void measure(Tuning training, boolean trained, Listener listener) {
        Candidate candidate = Candidate.of(training.model(), training.tokenizer());
        for (Stories kind : List.of(stories, new Stories(1))) {
            listener.measured(
                    trained, Skill.of(candidate, kind, MEASURED_STORIES, MEASURED_STORIES));
        }
    }
}
