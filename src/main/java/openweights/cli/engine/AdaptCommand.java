package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import openweights.base.AtomicFolder;
import openweights.engine.train.StepResult;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.lora.LoraConfig;
import openweights.engine.train.tune.Base;
import openweights.engine.train.tune.Tuning;
import openweights.engine.train.tune.TuningConfig;
import openweights.engine.weights.FloatWeights;
import openweights.stories.corpus.Stories;
import openweights.stories.evaluate.Candidate;
import openweights.stories.evaluate.Skill;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "adapt",
        description = {
            "Teach a released model a new kind of story by an adapter (LoRA); the model stays as it is.",
            "Takes about a minute. The same model and options give the same adapter, byte for byte."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AdaptCommand implements Callable<Integer> {

    private static final int STORIES = 200;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            defaultValue = "hunts",
            description = "The kind of story. Default: ${DEFAULT-VALUE}")
    private String corpus;

    @Option(
            names = "--rank",
            paramLabel = "R",
            defaultValue = "8",
            description = "The rank of what is added to each matrix. Default: ${DEFAULT-VALUE}")
    private int rank;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many steps of 16 stories. Default: what suits the course's models")
    private @Nullable Integer steps;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where the adapter shall lie: a folder that does not exist yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        FloatWeights.require(folder);
        AtomicFolder.requireFree(out); // before a minute's work, not after it
        Stories stories = Stories.of(corpus, 1);
        TuningConfig plan = steps == null ? TuningConfig.lora() : TuningConfig.lora().steps(steps);
        Tuning tuning = Tuning.lora(Base.open(folder), stories, LoraConfig.ofRank(rank), plan);
        report("before", tuning, stories);
        tuning.learn(this::report);
        report("after", tuning, stories);
        Adapter adapter = tuning.adapter();
        AtomicFolder.write(out, adapter::write);
        say(
                "%s: %,d weights for %d matrices; made for %s",
                out, adapter.weights(), adapter.matrices(), adapter.base().name());
        return 0;
    }

    private boolean report(StepResult progress) {
        if (progress.step() % 50 == 0) {
            say("step %d, loss %.3f", progress.step(), progress.loss());
        }
        return true;
    }

    /** On the new kind of story and on the one that the course's models come from. */
    private void report(String when, Tuning tuning, Stories stories) {
        Candidate candidate = Candidate.of(tuning.model(), tuning.tokenizer());
        for (Stories kind : List.of(stories, new Stories(1))) {
            Skill skill = Skill.of(candidate, kind, STORIES, STORIES);
            say(
                    "%s: %s: loss %.1f %% above the entropy, %d of %d answers right",
                    when,
                    skill.kind(),
                    100 * skill.crossEntropy().excess(),
                    skill.answers().all().hits(),
                    skill.answers().all().of());
        }
    }

    private void say(String pattern, Object... values) {
        PrintWriter console = spec.commandLine().getOut();
        console.println(String.format(Locale.ROOT, pattern, values));
        console.flush();
    }
}
