package openweights.openness.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.recipe.Recipe;

/** The first texts that a model writes, unselected. */
final class WrittenSamples {

    private static final int TEXTS = 10;

    private WrittenSamples() {}

    /** In Markdown; sampled without a prompt, with the recipe's settings and seeds 1 to 10. */
    static String of(Path folder, Recipe recipe) throws IOException {
        Model model = Model.open(folder);
        Generator generator = new Generator(model, Tokenizer.open(folder));
        Recipe.Generation settings = recipe.generation();
        int maxTokens = recipe.model().maxPositionEmbeddings() - 1;
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "# Samples of %s\n\nThe first %d texts, unselected: temperature %s, top k %d, top p %s, seeds 1 to %d.\n",
                                recipe.name(),
                                TEXTS,
                                settings.temperature(),
                                settings.topK(),
                                settings.topP(),
                                TEXTS));
        for (int seed = 1; seed <= TEXTS; seed++) {
            SamplerSettings sampling =
                    new SamplerSettings(
                            1, settings.temperature(), settings.topK(), settings.topP(), 0, seed);
            Request request = new Request("", maxTokens, List.of(), sampling.sampler());
            String story = generator.generate(request, piece -> {}).text();
            text.append("\n" + seed + ". " + story.strip().replaceAll("\\s+", " ") + "\n");
        }
        return text.toString();
    }
}
