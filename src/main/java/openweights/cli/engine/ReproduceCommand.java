package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import openweights.base.Interruption;
import openweights.engine.math.Backend;
import openweights.engine.train.run.Reproduction;
import openweights.engine.train.run.ReproductionText;
import openweights.engine.train.run.TrainingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reproduce",
        description = {
            "Train a model from its recipe again and compare every link of the chain:",
            "recipe, corpus, tokenizer, files, the weights at each checkpoint and at the end.",
            "Ends with 1 at the first link that differs."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReproduceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A model's folder or name; it must hold recipe.json and run.json.")
    private Path model;

    @Option(
            names = "--until",
            paramLabel = "STEP",
            description = "Stop after this step, for a quick check. Default: the recipe's last")
    private @Nullable Integer until;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to train. Default: runs/NAME-again, with the model's name")
    private @Nullable Path out;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Override
    public Integer call() throws IOException {
        Backend backend = threads.backend();
        String name = model.toAbsolutePath().normalize().getFileName().toString();
        Path again = out != null ? out : Path.of("runs", name + "-again");
        Reproduction reproduction = new Reproduction(model, again, backend);
        ReproductionText text = new ReproductionText(again, spec.commandLine().getOut());
        int steps = reproduction.recipe().training().steps();
        int last = until == null ? steps : Math.min(steps, until);
        try (Interruption interruption = new Interruption()) {
            TrainingReport report = new TrainingReport(spec.commandLine().getErr());
            report.start(last);
            Reproduction.Outcome outcome =
                    reproduction.go(last, text::link, report, interruption::requested);
            text.outcome(outcome, last, steps);
            return outcome == Reproduction.Outcome.SAME ? 0 : 1;
        }
    }
}
