package openweights.engine.train.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

    private static final Path TINY = Path.of("src/test/resources/train/tiny.json");

    @TempDir Path folder;

    @Test
    void readsEverySection() {
        Recipe recipe = Recipe.read(TINY);
        assertEquals("tiny", recipe.name());
        assertEquals(1000, recipe.corpus().stories());
        assertEquals(2, recipe.model().numKeyValueHeads());
        assertEquals(4e-3, recipe.optimizer().learningRate());
        assertEquals(List.of(8, 16), recipe.training().checkpoints());
    }

    /** A part of the recipe, its replacement, and what the message must contain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"chunks\"|\"junks\"|unknown key \"training.junks\". The known keys are",
                "\"steps\": 24,||\"training.steps\" is missing.",
                "\"steps\": 24|\"steps\": 2.5|\"training.steps\":",
                "\"steps\": 24|\"steps\": \"24\"|\"training.steps\":",
                "\"steps\": 24|\"steps\": null|\"training.steps\" is missing.",
                "\"steps\": 24|\"steps\": 24, \"steps\": 25|Duplicate field 'steps'",
                "\"hidden_size\": 48|\"hidden_size\": 50|in \"model\", \"hidden_size\" is 50; it must be divisible by \"num_attention_heads\", 4.",
                "\"hidden_size\": 48|\"hidden_size\": 12|in \"model\", each head has 3 dimensions",
                "\"num_key_value_heads\": 2|\"num_key_value_heads\": 3|\"num_attention_heads\" is 4; it must be divisible by \"num_key_value_heads\", 3.",
                "\"num_hidden_layers\": 2|\"num_hidden_layers\": 0|in \"model\", \"num_hidden_layers\" is 0; it must be between 1 and 65536.",
                "\"vocabulary_size\": 400|\"vocabulary_size\": 401|\"tokenizer.vocabulary_size\" is 401; it must be at most model.vocab_size, 400.",
                "\"checkpoints\": [8, 16]|\"checkpoints\": [16, 8]|in \"training\", \"checkpoints\" has 8; the steps must be in ascending order and between 1 and 23",
                "\"warm_up\": 5|\"warm_up\": 25|\"optimizer.warm_up\" is 25; it must be at most training.steps, 24.",
                "\"beta1\": 0.9|\"beta1\": 1.5|in \"optimizer\", \"beta1\" is 1.5, which is not a valid setting of AdamW.",
                "\"top_p\": 0.95|\"top_p\": 1.5|in \"generation\", \"top_p\" is 1.5; it must be a number from 0 to 1.",
                "\"name\": \"tiny\"|\"name\": \"../tiny\"|\"name\" is \"../tiny\"; it becomes the name of a folder",
                "\"generation\"|generation|not valid JSON"
            })
    void reportsWhatIsWrong(String part, String instead, String message) throws IOException {
        String recipe = Files.readString(TINY).replace(part, instead == null ? "" : instead);
        Path file = Files.writeString(folder.resolve("recipe.json"), recipe);
        RecipeException e = assertThrows(RecipeException.class, () -> Recipe.read(folder));
        assertTrue(e.getMessage().startsWith(file + ":"), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void reportsAMissingFile() {
        RecipeException e = assertThrows(RecipeException.class, () -> Recipe.read(folder));
        assertEquals(
                folder.resolve("recipe.json")
                        + ": there is no such file. Name a recipe.json or a folder that has one, such as lessons/models/seedling.",
                e.getMessage());
    }
}
