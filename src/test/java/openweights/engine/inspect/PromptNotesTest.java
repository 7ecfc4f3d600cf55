package openweights.engine.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;

class PromptNotesTest {

    private static final Path SEEDLING = Path.of("lessons/models/seedling");

    private final Tokenizer tokenizer = Tokenizer.open(SEEDLING);

    @Test
    void specialTokensAreNoWords() {
        String prompt = "Anna was in the hall.<|end_of_text|><|begin_of_text|>Ben";
        assertEquals(Optional.empty(), PromptNotes.of(SEEDLING, tokenizer, prompt));
        String unknown = PromptNotes.of(SEEDLING, tokenizer, "Zebra<|end_of_text|>").orElse("");
        assertTrue(unknown.contains("only pieces of \"Zebra\":"), unknown);
    }
}
