package openweights.engine.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.engine.chat.SpecialTokens;
import openweights.engine.chat.TemplateFiles;
import openweights.engine.token.Tokenizer;

/** What a folder has beside config.json and the weights: the tokenizer, and the chat templates. */
final class Companions {

    /** What is taken over as it is, where a model has it. */
    private static final List<String> FILES =
            List.of(
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "chat_template.jinja",
                    "generation_config.json",
                    "LICENSE");

    private static final String TEMPLATES = "additional_chat_templates";

    /** A name in a GGUF file becomes the name of a file. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private static final int SHOWN = 60;

    private Companions() {}

    /** Copies those of a folder. */
    static void copy(Path model, Path folder) throws IOException {
        for (String name : FILES) {
            if (Files.exists(model.resolve(name))) {
                Files.copy(model.resolve(name), folder.resolve(name));
            }
        }
        Path templates = model.resolve(TEMPLATES);
        if (Files.isDirectory(templates)) {
            Files.createDirectory(folder.resolve(TEMPLATES));
            try (Stream<Path> files = Files.list(templates)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(TEMPLATES).resolve(file.getFileName()));
                }
            }
        }
    }

    /** Writes those of a GGUF file. */
    static void write(Path gguf, Path folder) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), TokenizerText.of(Tokenizer.read(gguf)));
        Map<String, String> settings = new TreeMap<>(SpecialTokens.of(gguf));
        settings.put(
                "tokenizer_class", "PreTrainedTokenizerFast"); // what tokenizer.json says counts
        Files.writeString(folder.resolve("tokenizer_config.json"), Json.pretty(settings));
        for (Map.Entry<String, String> template : TemplateFiles.of(gguf).texts().entrySet()) {
            Path file = folder.resolve(file(template.getKey(), gguf));
            Files.createDirectories(file.getParent());
            Files.writeString(file, template.getValue());
        }
    }

    private static String file(String template, Path gguf) {
        if (template.equals(TemplateFiles.DEFAULT)) {
            return "chat_template.jinja";
        }
        if (!NAME.matcher(template).matches()) {
            throw new UserException(
                    "%s: a chat template has the name \"%s\", which cannot be a file's name: letters, digits, and _ or - can."
                            .formatted(gguf, TerminalText.printable(template, SHOWN)));
        }
        return TEMPLATES + "/" + template + ".jinja";
    }
}
