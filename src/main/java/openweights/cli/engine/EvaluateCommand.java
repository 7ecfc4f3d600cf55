package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.cli.terminal.TerminalSteps;
import openweights.engine.generate.GenerationConfig;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.train.recipe.Recipe;
import openweights.stories.corpus.Stories;
import openweights.stories.evaluate.Candidate;
import openweights.stories.evaluate.Evaluation;
import openweights.stories.evaluate.EvaluationJson;
import openweights.stories.evaluate.MeasuredModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Measure a model of the course's stories: surprise, answers, stories of its own.",
            "A model without a recipe, such as a merged one, is asked for the other kind of story, too.",
            "Takes a minute or two. The same model gives the same figures."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description =
                    "A folder with config.json, weights and tokenizer, an adapter's folder, or a model's name.")
    private Path folder;

    @Option(
            names = "--quick",
            description = "Measure a tenth: for a look while a model is in training.")
    private boolean quick;

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nThe usual settings (default: the model's generation_config.json, or else temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        MeasuredModel subject = MeasuredModel.open(folder);
        Optional<Recipe> recipe = subject.recipe();
        Stories corpus = recipe.map(EvaluateCommand::corpus).orElse(new Stories(1));
        // Without a recipe nobody knows what it has learned.
        List<Stories> others = recipe.isPresent() ? List.of() : allBut(corpus);
        long trained = recipe.map(EvaluateCommand::trained).orElse(0L);
        SamplerSettings usual = sampling.settings(GenerationConfig.read(subject.folder()));
        usual.sampler(); // refuses wrong settings before the work, not in its middle
        Candidate candidate = subject.candidate();
        Evaluation.Effort effort = quick ? Evaluation.Effort.QUICK : Evaluation.Effort.FULL;
        Evaluation found =
                TerminalSteps.onStandardError()
                        .run(
                                "Measuring",
                                () ->
                                        Evaluation.of(
                                                candidate, corpus, others, trained, usual, effort));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? EvaluationJson.text(found) : EvaluationText.of(found, recipe.isPresent()));
        out.flush();
        return 0;
    }

    private static List<Stories> allBut(Stories corpus) {
        return Stories.names().stream()
                .filter(name -> !name.equals(corpus.name()))
                .map(name -> Stories.of(name, 1))
                .toList();
    }

    private static Stories corpus(Recipe recipe) {
        Recipe.CorpusPart part = recipe.corpus();
        Stories corpus = Stories.of(part.name(), part.seed());
        if (part.version() != corpus.version()) {
            throw new IllegalStateException(
                    "recipe.json: the model learned \"%s\", version %d, but the generator here writes version %d. Take the program's version that the recipe was made for."
                            .formatted(part.name(), part.version(), corpus.version()));
        }
        return corpus;
    }

    private static long trained(Recipe recipe) {
        Recipe.Training training = recipe.training();
        return Math.min(
                recipe.corpus().stories(), (long) training.steps() * training.batchStories());
    }
}
