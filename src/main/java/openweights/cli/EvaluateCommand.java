package openweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.corpus.Stories;
import openweights.evaluate.Candidate;
import openweights.evaluate.Evaluation;
import openweights.evaluate.EvaluationJson;
import openweights.generate.GenerationConfig;
import openweights.generate.Sampling;
import openweights.math.Backend;
import openweights.model.Model;
import openweights.model.Precision;
import openweights.token.Tokenizer;
import openweights.train.recipe.Recipe;
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
            "Takes a minute or two. The same model gives the same figures."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--quick",
            description = "Measure a tenth: for a look while a model is in training.")
    private boolean quick;

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nThe usual settings (default: the model's generation_config.json, or else temperature 0.8):%n")
    private SamplingOptions sampling = new SamplingOptions();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<Recipe> recipe =
                Files.exists(folder.resolve("recipe.json"))
                        ? Optional.of(Recipe.read(folder))
                        : Optional.empty();
        Stories corpus = corpus(recipe);
        long trained = recipe.map(EvaluateCommand::trained).orElse(0L);
        Sampling usual = sampling.settings(GenerationConfig.read(folder));
        Candidate candidate = Candidate.of(model(), Tokenizer.open(folder));
        Evaluation.Effort effort = quick ? Evaluation.Effort.QUICK : Evaluation.Effort.FULL;
        Evaluation found =
                TerminalSteps.onStandardError()
                        .run(
                                "Measuring",
                                () -> Evaluation.of(candidate, corpus, trained, usual, effort));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? EvaluationJson.text(found) : EvaluationText.of(found, recipe.isPresent()));
        out.flush();
        return 0;
    }

    /** A thread for each story: so a product of matrices needs no more than one. */
    private Model model() {
        return Model.open(folder, Precision.STORED, Backend.best().on(1));
    }

    private static Stories corpus(Optional<Recipe> recipe) {
        Stories corpus = new Stories(recipe.map(r -> r.corpus().seed()).orElse(1L));
        recipe.map(Recipe::corpus)
                .filter(
                        part ->
                                !part.name().equals(corpus.name())
                                        || part.version() != corpus.version())
                .ifPresent(
                        part -> {
                            throw new IllegalStateException(
                                    "recipe.json: the model learned \"%s\", version %d, but the generator here writes \"%s\", version %d, and knows no other stories. Take the program's version that the recipe was made for."
                                            .formatted(
                                                    part.name(),
                                                    part.version(),
                                                    corpus.name(),
                                                    corpus.version()));
                        });
        return corpus;
    }

    private static long trained(Recipe recipe) {
        Recipe.Training training = recipe.training();
        return Math.min(
                recipe.corpus().stories(), (long) training.steps() * training.batchStories());
    }
}
