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
 * Training before one's eyes, without a folder: for lessons, and for small models that need a
 * minute. Nothing is kept; the weights come out as {@link Run}'s do.
 *
 * <pre>{@code
 * InMemoryRun sprout = InMemoryRun.of(Recipe.read(Path.of("lessons/models/sprout")));
 * while (sprout.step() < 500) {
 *     Progress progress = sprout.learn();
 *     chart.add(progress.step(), progress.loss());
 * }
 * new Generator(sprout.model(), sprout.tokenizer()).generate(Request.greedy("Anna", 50), show);
 * }</pre>
 */
public final class InMemoryRun {

    private final Recipe recipe;
    private final Backend backend;
    private final Tokenizer tokenizer;
    private final Dataset texts;
    private final Corpus corpus;
    private final Trainer learner;
    private @Nullable Validation validation;

    private InMemoryRun(Recipe recipe, Backend backend) throws IOException {
        this.recipe = recipe;
        this.backend = backend;
        this.corpus = Dataset.corpus(recipe);
        this.tokenizer = tokenizer(recipe, corpus);
        this.texts = new Dataset(recipe, corpus, tokenizer);
        this.learner = learner(recipe, backend);
    }

    /** Makes corpus, tokenizer and first weights ready. */
    public static InMemoryRun of(Recipe recipe) throws IOException {
        return of(recipe, Backend.best());
    }

    public static InMemoryRun of(Recipe recipe, Backend backend) throws IOException {
        return new InMemoryRun(recipe, backend);
    }

    /** A recipe's first weights, ready to learn. */
    static Trainer learner(Recipe recipe, Backend backend) {
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
        return learner.learn(texts.batch(learner.step(), backend.pool()));
    }

    /** Takes steps up to the recipe's last one, as long as {@code goOn} says so after each. */
    public void learn(Predicate<StepResult> goOn) {
        boolean going = true;
        while (going && learner.step() < recipe.training().steps()) {
            going = goOn.test(learn());
        }
    }

    /** How many steps have been taken. */
    public int step() {
        return learner.step();
    }

    /** The loss on the recipe's validation stories, beside the best possible. */
    public ExcessLoss excess() {
        if (validation == null) {
            validation = Validation.of(texts, corpus, backend.pool());
        }
        return validation.measure(learner);
    }

    /** A tensor's numbers as they are now, row after row, by its name in Llama's files. */
    public float[] weights(String name) {
        return TrainedTensors.copy(learner, name);
    }

    /** A model with the weights as they are now; learning on does not change it. */
    public Model model() {
        return TrainedTensors.model(LlamaConfig.of(recipe.model(), tokenizer), learner, backend);
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
