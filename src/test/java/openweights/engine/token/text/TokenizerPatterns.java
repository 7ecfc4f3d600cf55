package openweights.engine.token.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Json;

/** The regular expressions of the released tokenizers in src/test/resources/tokenizers. */
final class TokenizerPatterns {

    static final Path TOKENIZERS = Path.of("src/test/resources/tokenizers");

    /** GPT-2's file names it by the type ByteLevel alone. */
    private static final Named GPT2 =
            new Named(
                    "gpt2",
                    "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    /** A pattern, and which tokenizer has it. */
    record Named(String name, String source) {}

    private TokenizerPatterns() {}

    static List<Named> all() throws IOException {
        List<Named> patterns = new ArrayList<>(List.of(GPT2));
        try (var folders = Files.list(TOKENIZERS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                JsonNode root = Json.read(folder.resolve("tokenizer.json"));
                for (String part : List.of("normalizer", "pre_tokenizer", "decoder")) {
                    for (JsonNode regex : root.path(part).findValues("Regex")) {
                        patterns.add(new Named(folder.getFileName().toString(), regex.asText()));
                    }
                }
            }
        }
        return patterns;
    }
}
