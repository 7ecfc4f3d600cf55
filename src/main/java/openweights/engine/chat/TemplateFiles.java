package openweights.engine.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openweights.base.SmallFile;
import openweights.base.TerminalText;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.Metadata;
import openweights.engine.model.config.ModelException;

/**
 * The chat templates that come with a model, by name; the one that is used unless another is asked
 * for is {@value #DEFAULT}. In a folder they are in {@code chat_template.jinja} and {@code
 * additional_chat_templates}, otherwise in {@code tokenizer_config.json}; in a GGUF file they are
 * metadata.
 *
 * @param where what messages call them
 * @param texts the templates
 */
public record TemplateFiles(Path where, Map<String, String> texts) {

    public TemplateFiles {
        for (String text : texts.values()) {
            if (text.length() > MAX_CHARACTERS) {
                throw new ModelException(
                        "%s: a chat template of %,d characters is not opened; the largest known ones have some twenty thousand."
                                .formatted(where, text.length()));
            }
        }
        texts = Map.copyOf(texts);
    }

    /** The name of the template for an ordinary chat. */
    public static final String DEFAULT = "default";

    private static final String IN_GGUF = "tokenizer.chat_template";
    private static final String ENDING = ".jinja";

    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int SHOWN = 60;

    /**
     * The templates of a model; none if it has none.
     *
     * @param model a folder, or a {@code .gguf} file
     * @throws ModelException if a file cannot be read, or holds more than a template
     */
    public static TemplateFiles of(Path model) {
        try {
            Path gguf = Gguf.at(model).orElse(null);
            return gguf == null ? inFolder(model) : inGguf(gguf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of a template in a GGUF file. */
    public static String keyInGguf(String name) {
        return name.equals(DEFAULT) ? IN_GGUF : IN_GGUF + "." + name;
    }

    private static TemplateFiles inGguf(Path file) throws IOException {
        Metadata metadata = Gguf.open(file).metadata();
        Map<String, String> texts = new TreeMap<>();
        metadata.text(IN_GGUF).ifPresent(text -> texts.put(DEFAULT, text));
        for (String key : metadata.values().keySet()) {
            if (key.startsWith(IN_GGUF + ".")) {
                texts.put(key.substring(IN_GGUF.length() + 1), metadata.text(key).orElseThrow());
            }
        }
        return new TemplateFiles(file, texts);
    }

    private static TemplateFiles inFolder(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path own = folder.resolve("chat_template" + ENDING);
        if (Files.exists(own)) {
            texts.put(DEFAULT, SmallFile.text(own));
        }
        Path others = folder.resolve("additional_chat_templates");
        if (Files.isDirectory(others)) {
            for (Path file : jinja(others)) {
                String name = file.getFileName().toString();
                texts.put(name.substring(0, name.length() - ENDING.length()), SmallFile.text(file));
            }
        }
        Path settings = folder.resolve("tokenizer_config.json");
        if (!texts.isEmpty()) {
            return new TemplateFiles(texts.containsKey(DEFAULT) ? own : others, texts);
        }
        return new TemplateFiles(settings, inSettings(settings));
    }

    private static List<Path> jinja(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    /** One template, or a list of named ones. */
    private static Map<String, String> inSettings(Path settings) throws IOException {
        JsonNode template =
                Files.exists(settings)
                        ? SettingsFile.read(settings).path("chat_template")
                        : MissingNode.getInstance();
        if (template.isMissingNode() || template.isNull()) {
            return Map.of();
        }
        if (template.isTextual()) {
            return Map.of(DEFAULT, template.textValue());
        }
        if (!template.isArray()) {
            throw wrong(settings, template);
        }
        Map<String, String> texts = new TreeMap<>();
        for (JsonNode each : template) {
            add(each, settings, texts);
        }
        return texts;
    }

    private static void add(JsonNode each, Path settings, Map<String, String> texts) {
        if (!each.path("name").isTextual() || !each.path("template").isTextual()) {
            throw wrong(settings, each);
        }
        String name = each.get("name").textValue();
        if (texts.put(name, each.get("template").textValue()) != null) {
            throw new ModelException(
                    "%s: \"chat_template\" has two templates with the name \"%s\"."
                            .formatted(settings, TerminalText.printable(name, SHOWN)));
        }
    }

    private static ModelException wrong(Path settings, JsonNode found) {
        return new ModelException(
                "%s: \"chat_template\" has to be a template, or a list of objects with a name and a template; found %s."
                        .formatted(settings, TerminalText.printable(found.toString(), SHOWN)));
    }
}
