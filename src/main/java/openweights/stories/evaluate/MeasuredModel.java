package openweights.stories.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.hub.LocalModels;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.recipe.Recipe;
import openweights.stories.corpus.Stories;

/**
 * A model to be measured: the one in a folder, or an adapter merged into the model that it was
 * trained for.
 *
 * @param folder holds the tokenizer and the sampling settings
 * @param recipe what the model was trained from; empty for an adapted model, since no recipe covers
 *     all of its training
 */
public record MeasuredModel(Path folder, Model model, Optional<Recipe> recipe) {

    /**
     * Opens a model's folder or an adapter's.
     *
     * @throws UserException if the folder holds an adapter and its model is neither in the course
     *     nor beside it
     */
    public static MeasuredModel open(Path folder) throws IOException {
        if (Files.exists(folder.resolve("adapter_config.json"))) {
            Adapter adapter = Adapter.read(folder);
            Path base = base(folder, adapter.base().name());
            return new MeasuredModel(base, adapter.merged(base, Backend.best()), Optional.empty());
        }
        Optional<Recipe> recipe =
                Files.exists(folder.resolve("recipe.json"))
                        ? Optional.of(Recipe.read(folder))
                        : Optional.empty();
        return new MeasuredModel(folder, Model.open(folder), recipe);
    }

    private static Path base(Path adapter, String name) {
        return Stream.of(LocalModels.here().all(), LocalModels.in(parent(adapter)))
                .flatMap(models -> models.stream())
                .filter(folder -> folder.endsWith(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserException(
                                        "%s: this adapter was trained for \"%s\", which is neither a model of the course nor in the folder beside it. Run ./course merge %s MODEL --out FOLDER with the folder of that model, then evaluate the merged model."
                                                .formatted(adapter, name, adapter)));
    }

    private static Path parent(Path folder) {
        return folder.toAbsolutePath().resolve("..").normalize();
    }

    public Candidate candidate() {
        return Candidate.of(model, Tokenizer.open(folder));
    }

    /**
     * Measures the model on the stories of its recipe. Without a recipe nobody knows what it was
     * trained on, so it is measured on every kind of story.
     *
     * @param settings how its own stories are sampled
     * @throws UserException if the recipe asks for another version of the stories
     */
    public Evaluation evaluate(SamplerSettings settings, Evaluation.Effort effort) {
        Stories corpus = recipe.map(MeasuredModel::corpus).orElse(new Stories(1));
        List<Stories> others = recipe.isPresent() ? List.of() : allBut(corpus);
        long trained = recipe.map(MeasuredModel::trainingStories).orElse(0L);
        return Evaluation.of(candidate(), corpus, others, trained, settings, effort);
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
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "recipe.json: the model was trained on \"%s\", version %d, but this course generates version %d. Use the version of the course that the recipe was written for.",
                            part.name(),
                            part.version(),
                            corpus.version()));
        }
        return corpus;
    }

    /** How many different stories the training used. */
    private static long trainingStories(Recipe recipe) {
        Recipe.Training training = recipe.training();
        return Math.min(
                recipe.corpus().stories(), (long) training.steps() * training.batchStories());
    }
}
