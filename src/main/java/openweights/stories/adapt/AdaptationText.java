package openweights.stories.adapt;

import java.io.PrintWriter;
import java.util.Locale;
import openweights.engine.train.StepResult;
import openweights.stories.evaluate.Skill;

/** Prints how an adaptation goes: the model's skill before and after, and the loss in between. */
public record AdaptationText(PrintWriter out) implements Adaptation.Listener {

    @Override
    public void stepped(StepResult step) {
        if (step.step() % 50 == 0) {
            print("step %d, loss %.3f", step.step(), step.loss());
        }
    }

    @Override
    public void measured(boolean trained, Skill skill) {
        print(
                "%s: %s: loss %.1f %% above the entropy, %d of %d answers right",
                trained ? "after" : "before",
                skill.kind(),
                100 * skill.crossEntropy().excess(),
                skill.answers().all().hits(),
                skill.answers().all().of());
    }

    private void print(String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
        out.flush();
    }
}
