package openweights.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import openweights.corpus.Corpus;
import openweights.math.Backend;
import openweights.model.Model;
import openweights.token.Tokenizer;
import openweights.train.Initialization;
import openweights.train.Learner;
import openweights.train.Progress;
import openweights.train.TrainedTensors;
import openweights.train.network.Parameters;
import openweights.train.recipe.Recipe;

/**
 * Training before one's eyes, without a folder: for lessons, and for small models that need a
 * minute. Nothing is kept; the weights come out as {@link Run}'s do.
 *
 * <pre>{@code
 * Live sprout = Live.of(Recipe.read(Path.of("lessons/models/sprout")));
 * while (sprout.step() < 500) {
 *     Progress progress = sprout.learn();
 *     chart.add(progress.step(), progress.loss());
 * }
 * new Generator(sprout.model(), sprout.tokenizer()).generate(Request.greedy("Anna", 50), show);
 * }</pre>
 */
public final class Live {

    private final Recipe recipe;
    private final Backend backend;
    private final Tokenizer tokenizer;
    private final Texts texts;
    private final Corpus corpus;
    private final Learner learner;
    private Validation validation;

    private Live(Recipe recipe, Backend backend) throws IOException {
        this.recipe = recipe;
        this.backend = backend;
        this.corpus = Texts.corpus(recipe);
        this.tokenizer = tokenizer(recipe, corpus);
        this.texts = new Texts(recipe, corpus, tokenizer);
        this.learner = learner(recipe, backend);
    }

    /** Makes corpus, tokenizer and first weights ready. */
    public static Live of(Recipe recipe) throws IOException {
        return of(recipe, Backend.best());
    }

    public static Live of(Recipe recipe, Backend backend) throws IOException {
        return new Live(recipe, backend);
    }

    /** A recipe's first weights, ready to learn. */
    static Learner learner(Recipe recipe, Backend backend) {
        Parameters parameters = new Parameters(recipe.model());
        Recipe.Training training = recipe.training();
        float[] weights =
                new Initialization(training.initialDeviation(), training.seed())
                        .weights(recipe.model(), parameters);
        return new Learner(
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
            Files.writeString(file, Texts.trainTokenizer(recipe, corpus).json());
            return Tokenizer.open(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Takes one step. */
    public Progress learn() {
        return learner.learn(texts.batch(learner.step(), backend.pool()));
    }

    /** Takes steps up to the recipe's last one, as long as {@code goOn} says so after each. */
    public void learn(Predicate<Progress> goOn) {
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
    public Excess excess() {
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
