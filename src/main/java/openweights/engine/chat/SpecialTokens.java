package openweights.engine.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.TerminalText;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.Metadata;
import openweights.engine.model.config.ModelException;

/** The special tokens that a template knows by name, such as {@code bos_token}. */
public final class SpecialTokens {

    private static final List<String> FILES =
            List.of("special_tokens_map.json", "tokenizer_config.json");

    /** Names in a GGUF file, and those of templates. */
    private static final Map<String, String> IN_GGUF =
            Map.of(
                    "bos", "bos_token",
                    "eos", "eos_token",
                    "unknown", "unk_token",
                    "seperator", "sep_token",
                    "padding", "pad_token",
                    "mask", "mask_token");

    private static final int SHOWN = 60;

    private SpecialTokens() {}

    /**
     * Names and tokens.
     *
     * @param model a folder, or a {@code .gguf} file
     */
    public static Map<String, String> of(Path model) {
        try {
            Optional<Path> gguf = Gguf.at(model);
            return gguf.isPresent() ? inGguf(Gguf.open(gguf.get()).metadata()) : inFolder(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> inGguf(Metadata metadata) {
        List<String> texts = metadata.texts("tokenizer.ggml.tokens").orElse(List.of());
        Map<String, String> tokens = new LinkedHashMap<>();
        IN_GGUF.forEach(
                (key, name) ->
                        metadata.count("tokenizer.ggml." + key + "_token_id")
                                .filter(id -> id < texts.size())
                                .ifPresent(id -> tokens.put(name, texts.get(id.intValue()))));
        return tokens;
    }

    /** A token is a text, or an object that has it as its content. */
    private static Map<String, String> inFolder(Path folder) throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                for (Map.Entry<String, JsonNode> entry : SettingsFile.read(file).properties()) {
                    add(entry.getKey(), entry.getValue(), file, tokens);
                }
            }
        }
        return tokens;
    }

    private static void add(String key, JsonNode token, Path file, Map<String, String> tokens) {
        JsonNode text = token.isObject() ? token.path("content") : token;
        if (key.endsWith("_token") && text.isTextual()) {
            tokens.put(key, text.textValue());
        } else if (IN_GGUF.containsValue(key) && !text.isNull()) {
            throw new ModelException(
                    "%s: \"%s\" has to be a token, or an object with its content; found %s."
                            .formatted(file, key, TerminalText.printable(token.toString(), SHOWN)));
        }
    }
}
