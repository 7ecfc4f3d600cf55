package openweights.stories.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.engine.hub.LocalModels;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.recipe.Recipe;

/**
 * A model to be measured: that of a folder, or an adapter with the model that it was made for.
 *
 * @param folder with its tokenizer and its usual settings
 * @param recipe what it was made by, if that is known; of an adapted model no recipe tells all
 */
public record MeasuredModel(Path folder, Model model, Optional<Recipe> recipe) {

    public static MeasuredModel open(Path folder) throws IOException {
        // A thread for each story: so a product of matrices needs no more than one.
        Backend backend = Backend.best().on(1);
        if (Files.exists(folder.resolve("adapter_config.json"))) {
            Adapter adapter = Adapter.read(folder);
            Path base = base(folder, adapter.base().name());
            return new MeasuredModel(base, adapter.merged(base, backend), Optional.empty());
        }
        Optional<Recipe> recipe =
                Files.exists(folder.resolve("recipe.json"))
                        ? Optional.of(Recipe.read(folder))
                        : Optional.empty();
        return new MeasuredModel(folder, Model.open(folder, Precision.STORED, backend), recipe);
    }

    private static Path base(Path adapter, String name) {
        return Stream.of(LocalModels.here().all(), LocalModels.in(neighbors(adapter)))
                .flatMap(models -> models.stream())
                .filter(folder -> folder.endsWith(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s: this adapter was made for \"%s\", which is neither a model of the course nor beside it. Run ./course merge %s MODEL --out FOLDER with the folder of that model, and evaluate what comes out."
                                                .formatted(adapter, name, adapter)));
    }

    private static Path neighbors(Path folder) {
        return folder.toAbsolutePath().resolve("..").normalize();
    }

    public Candidate candidate() {
        return Candidate.of(model, Tokenizer.open(folder));
    }
}
