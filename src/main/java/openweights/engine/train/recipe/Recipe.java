package openweights.engine.train.recipe;

import java.nio.file.Path;
import java.util.List;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * Everything that a model is trained from. The components are the keys of {@code recipe.json}, in
 * snake case.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.read(Path.of("lessons/models/seedling/recipe.json"));
 * recipe.training().steps();
 * }</pre>
 *
 * @param name the name of the model
 * @param model the network, with the keys of config.json
 */
public record Recipe(
        String name,
        CorpusPart corpus,
        TokenizerPart tokenizer,
        NetworkConfig model,
        OptimizerConfig optimizer,
        Training training,
        Validation validation,
        Generation generation) {

    public Recipe {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new RecipeException(
                    "\"name\" is \""
                            + name
                            + "\"; it becomes the name of a folder, so use lowercase letters, digits and hyphens");
        }
        Require.atMost(
                "tokenizer.vocabulary_size",
                tokenizer.vocabularySize(),
                model.vocabSize(),
                "model.vocab_size");
        Require.atMost("optimizer.warm_up", optimizer.warmUp(), training.steps(), "training.steps");
    }

    /**
     * The stories to train on.
     *
     * @param version of the generator; other versions write other stories
     * @param stories the number of different stories; after the last one the first one follows
     */
    public record CorpusPart(String name, int version, long seed, long stories) {

        public CorpusPart {
            Require.positive("stories", (double) stories);
        }
    }

    /**
     * The tokenizer.
     *
     * @param vocabularySize the maximum number of tokens
     * @param stories how many stories it is trained on, starting with the first
     */
    public record TokenizerPart(int vocabularySize, int stories) {

        public TokenizerPart {
            Require.positive("stories", stories);
        }
    }

    /**
     * The training loop.
     *
     * @param batchStories how many stories a batch has
     * @param chunks how many chunks a batch is cut into; threads process them in parallel, and
     *     their gradients are added in order
     * @param seed of the initial weights
     * @param initialDeviation the standard deviation of the initial weights
     * @param checkpoints the steps after which the weights are saved
     */
    public record Training(
            int steps,
            int batchStories,
            int chunks,
            long seed,
            double initialDeviation,
            List<Integer> checkpoints) {

        public Training {
            Require.positive("steps", steps);
            Require.positive("batch_stories", batchStories);
            Require.positive("chunks", chunks);
            Require.positive("initial_deviation", initialDeviation);
            checkpoints = List.copyOf(checkpoints);
            int before = 0;
            for (int step : checkpoints) {
                if (step <= before || step >= steps) {
                    throw new RecipeException(
                            "\"checkpoints\" has "
                                    + step
                                    + "; the steps must be in ascending order and between 1 and "
                                    + (steps - 1)
                                    + " (the last step is always saved)");
                }
                before = step;
            }
        }
    }

    /**
     * When and on what the validation loss is measured.
     *
     * @param stories how many validation stories it is measured on
     * @param every how many steps lie between two measurements
     */
    public record Validation(int stories, int every) {

        public Validation {
            Require.positive("stories", stories);
            Require.positive("every", every);
        }
    }

    /** The default sampling settings of the model, written to generation_config.json. */
    public record Generation(double temperature, int topK, double topP) {

        public Generation {
            Require.positive("temperature", temperature);
            Require.atLeast("top_k", topK, 0);
            Require.share("top_p", topP);
        }
    }

    /**
     * Reads a recipe file, or the recipe.json in a folder.
     *
     * @throws RecipeException if the file is missing or damaged, or a key is missing, unknown or
     *     out of range
     */
    public static Recipe read(Path fileOrFolder) {
        return RecipeFile.read(fileOrFolder);
    }
}
