package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.Corpus;
import openweights.engine.train.Initialization;
import openweights.engine.train.StepResult;
import openweights.engine.train.TrainedTensors;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * Training without a folder, step by step: for lessons, and for small models that need a minute.
 * Nothing is saved; the weights are the same as {@link Run}'s.
 *
 * <pre>{@code
 * InMemoryRun sprout = InMemoryRun.of(Recipe.read(Path.of("lessons/models/sprout")));
 * while (sprout.step() < 500) {
 *     StepResult result = sprout.learn();
 *     chart.add(result.step(), result.loss());
 * }
 * new Generator(sprout.model(), sprout.tokenizer()).generate(Request.greedy("Anna", 50), show);
 * }</pre>
 */
public final class InMemoryRun {

    private final Recipe recipe;
    private final Backend backend;
    private final Tokenizer tokenizer;
    private final Dataset dataset;
    private final Corpus corpus;
    private final Trainer trainer;
    private @Nullable Validation validation;

    private InMemoryRun(Recipe recipe, Backend backend) throws IOException {
        this.recipe = recipe;
        this.backend = backend;
        this.corpus = Dataset.corpus(recipe);
        this.tokenizer = tokenizer(recipe, corpus);
        this.dataset = new Dataset(recipe, corpus, tokenizer);
        this.trainer = trainer(recipe, backend);
    }

    /** Prepares the corpus, the tokenizer and the initial weights. */
    public static InMemoryRun of(Recipe recipe) throws IOException {
        return of(recipe, Backend.best());
    }

    /** The same on a given backend. */
    public static InMemoryRun of(Recipe recipe, Backend backend) throws IOException {
        return new InMemoryRun(recipe, backend);
    }

    /** A trainer with the recipe's initial weights. */
    static Trainer trainer(Recipe recipe, Backend backend) {
        Parameters parameters = new Parameters(recipe.model());
        Recipe.Training training = recipe.training();
        float[] weights =
                new Initialization(training.initialDeviation(), training.seed())
                        .weights(recipe.model(), parameters);
        return new Trainer(
                recipe.model(),
                parameters,
                weights,
                recipe.optimizer(),
                training.steps(),
                training.chunks(),
                backend);
    }

    private static Tokenizer tokenizer(Recipe recipe, Corpus corpus) throws IOException {
        Path file = Files.createTempFile("tokenizer", ".json");
        try {
            Files.writeString(file, Dataset.trainTokenizer(recipe, corpus).json());
            return Tokenizer.open(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Takes one step. */
    public StepResult learn() {
        return trainer.learn(dataset.batch(trainer.step(), backend.pool()));
    }

    /** Takes steps up to the recipe's last one, as long as {@code goOn} returns true after each. */
    public void learn(Predicate<StepResult> goOn) {
        boolean going = true;
        while (going && trainer.step() < recipe.training().steps()) {
            going = goOn.test(learn());
        }
    }

    /** How many steps have been taken so far. */
    public int step() {
        return trainer.step();
    }

    /** The loss on the recipe's validation stories, compared with the best possible. */
    public ExcessLoss excess() {
        if (validation == null) {
            validation = Validation.of(dataset, corpus, backend.pool());
        }
        return validation.measure(trainer);
    }

    /** A copy of a tensor's current values, row by row, by its name in Llama's files. */
    public float[] weights(String name) {
        return TrainedTensors.copy(trainer, name);
    }

    /** A model with a copy of the current weights; further training does not change it. */
    public Model model() {
        return TrainedTensors.model(LlamaConfig.of(recipe.model(), tokenizer), trainer, backend);
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public Corpus corpus() {
        return corpus;
    }

    public Recipe recipe() {
        return recipe;
    }
}
