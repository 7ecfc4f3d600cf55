package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Interruption;
import openweights.cli.command.CourseCommand;
import openweights.engine.train.run.Reproduction;
import openweights.engine.train.run.ReproductionText;
import openweights.engine.train.run.TrainingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reproduce",
        description = {
            "Train a model from its recipe again and compare every link of the chain:",
            "recipe, corpus, tokenizer, files, the weights at each checkpoint and at the end.",
            "Ends with 1 at the first link that differs."
        },
        sortOptions = false)
public final class ReproduceCommand extends CourseCommand {

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
    protected void run() throws IOException {
        Path again = out == null ? Reproduction.usualFolder(model) : out;
        Reproduction reproduction = new Reproduction(model, again, threads.backend());
        ReproductionText text = new ReproductionText(again, out());
        TrainingReport report = new TrainingReport(err());
        int last = reproduction.last(until);
        try (Interruption interruption = new Interruption()) {
            report.start(last);
            Reproduction.Outcome outcome =
                    reproduction.go(last, text::link, report, interruption::requested);
            text.outcome(outcome, last, reproduction.last(null));
            expect(outcome == Reproduction.Outcome.SAME);
        }
    }
}
