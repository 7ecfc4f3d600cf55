package openweights.engine.train.recipe;

import java.nio.file.Path;
import java.util.List;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.optimizer.OptimizerConfig;

/**
 * What a model is made from. The components are the keys of {@code recipe.json}, in snake case.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.read(Path.of("lessons/models/seedling/recipe.json"));
 * recipe.training().steps();
 * }</pre>
 *
 * @param name what the model is called
 * @param model the network; the keys are those of config.json
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
            throw new IllegalArgumentException(
                    "\"name\" is \""
                            + name
                            + "\"; it becomes a folder's name, so use small letters, digits and hyphens");
        }
        Require.atMost(
                "tokenizer.vocabulary_size",
                tokenizer.vocabularySize(),
                model.vocabSize(),
                "model.vocab_size");
        Require.atMost("optimizer.warm_up", optimizer.warmUp(), training.steps(), "training.steps");
    }

    /**
     * Which stories are learned from.
     *
     * @param version of the generator; another version writes other stories
     * @param stories after so many stories the first one comes again
     */
    public record CorpusPart(String name, int version, long seed, long stories) {

        public CorpusPart {
            Require.positive("stories", (double) stories);
        }
    }

    /**
     * @param vocabularySize the most tokens that the tokenizer may have
     * @param stories how many stories it is trained on, from the first on
     */
    public record TokenizerPart(int vocabularySize, int stories) {

        public TokenizerPart {
            Require.positive("stories", stories);
        }
    }

    /**
     * @param batchStories how many stories a step learns from
     * @param chunks how many parts a batch is cut into; threads share them out, and their gradients
     *     are added in their order
     * @param seed of the first weights
     * @param initialDeviation the width of the bell curve that the first weights come from
     * @param checkpoints after these steps the weights are kept
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
                    throw new IllegalArgumentException(
                            "\"checkpoints\" has "
                                    + step
                                    + "; the steps must grow and lie between 1 and "
                                    + (steps - 1)
                                    + " (the last step is kept anyway)");
                }
                before = step;
            }
        }
    }

    /**
     * @param stories how many validation stories the loss is measured on
     * @param every after how many steps
     */
    public record Validation(int stories, int every) {

        public Validation {
            Require.positive("stories", stories);
            Require.positive("every", every);
        }
    }

    /** How the model writes if nobody says otherwise; goes to generation_config.json. */
    public record Generation(double temperature, int topK, double topP) {

        public Generation {
            Require.positive("temperature", temperature);
            Require.atLeast("top_k", topK, 0);
            Require.share("top_p", topP);
        }
    }

    /**
     * Reads a recipe, or the one in a folder.
     *
     * @throws RecipeException if a key is missing, unknown or impossible
     */
    public static Recipe read(Path fileOrFolder) {
        return RecipeFile.read(fileOrFolder);
    }
}
