package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.base.Interruption;
import openweights.cli.command.CourseCommand;
import openweights.engine.math.Backend;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.train.run.Run;
import openweights.engine.train.run.TrainingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        description = {
            "Train a model from a recipe: stories, tokenizer, weights.",
            "After Ctrl-C or a crash, the same command resumes; the weights come out the same, byte for byte."
        },
        sortOptions = false)
public final class TrainCommand extends CourseCommand {

    @Parameters(
            paramLabel = "RECIPE",
            converter = ModelPath.class,
            description = "A recipe.json, or the folder or name of a model that has one.")
    private Path recipe;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write the model. Default: runs/NAME, with the recipe's name")
    private @Nullable Path out;

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Override
    protected void run() throws IOException {
        Path folder = out != null ? out : Path.of("runs", Recipe.read(recipe).name());
        Backend backend = threads.backend();
        TrainingReport report = new TrainingReport(err());
        Run run = Run.open(recipe, folder, backend);
        report.start(run, backend);
        try (Interruption interruption = new Interruption()) {
            boolean finished =
                    run.go(run.recipe().training().steps(), report, interruption::requested);
            report.end(run, finished);
            expect(finished);
        }
    }
}
