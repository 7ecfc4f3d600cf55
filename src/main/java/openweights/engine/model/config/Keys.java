package openweights.engine.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.TerminalText;

/**
 * The keys of a JSON object, such as config.json. A key may have several names: the first one that
 * is present and not null is used. Errors name the file, the key, and what was found.
 */
public final class Keys {

    /** Far above any released model; a larger number is an error. */
    static final int MAX_SIZE = 1 << 24;

    private static final long MAX_FILE_BYTES = 16 << 20;

    private final String where;
    private final JsonNode node;

    private Keys(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /**
     * Reads a JSON file.
     *
     * @throws ModelException if it is missing, too large or damaged
     */
    public static Keys read(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new ModelException(
                        file
                                + ": "
                                + Files.size(file)
                                + " bytes are too large for a configuration file.");
            }
            return of(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ModelException(
                    file
                            + ": there is no such file. A model's folder contains config.json, tokenizer.json and model.safetensors.",
                    e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Parses the text of a JSON file.
     *
     * @param where the file's name, for messages
     */
    public static Keys of(String where, byte[] json) {
        try {
            JsonNode node = Json.read(where, json);
            if (!node.isObject()) {
                throw new ModelException(where + ": expected a JSON object in braces.");
            }
            return new Keys(where, node);
        } catch (JsonException e) {
            throw new ModelException(
                    e.getMessage() + ". The file is probably damaged or cut off.", e);
        }
    }

    /** The file, and the section inside it. */
    String where() {
        return where;
    }

    /** A required whole number from 1 to {@link #MAX_SIZE}. */
    public int size(String... names) {
        return optionalSize(names).orElseThrow(() -> missing(names[0]));
    }

    /** A whole number from 1 to {@link #MAX_SIZE}, if the key is present. */
    public OptionalInt optionalSize(String... names) {
        Optional<String> name = present(names);
        return name.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sizeAt(name.get()));
    }

    /** A finite number above zero; {@code otherwise} if the key is missing. */
    public float number(double otherwise, String... names) {
        Optional<String> name = present(names);
        if (name.isEmpty()) {
            return (float) otherwise;
        }
        JsonNode value = node.get(name.get());
        float number = (float) value.asDouble();
        if (!value.isNumber() || !(number > 0) || Float.isInfinite(number)) {
            throw wrong(name.get(), "a number above zero");
        }
        return number;
    }

    /** A finite number of any sign; {@code otherwise} if the key is missing. */
    public double setting(double otherwise, String name) {
        if (present(name).isEmpty()) {
            return otherwise;
        }
        double number = node.get(name).asDouble();
        if (!node.get(name).isNumber() || !Double.isFinite(number)) {
            throw wrong(name, "a number");
        }
        return number;
    }

    /** A whole number from 0 on; {@code otherwise} if the key is missing. */
    public int count(int otherwise, String name) {
        if (present(name).isEmpty()) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw wrong(name, "a whole number from 0 on");
        }
        return value.intValue();
    }

    /** True or false; {@code otherwise} if the key is missing. */
    public boolean flag(boolean otherwise, String name) {
        if (present(name).isEmpty()) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.get(name).booleanValue();
    }

    /** A string; {@code otherwise} if the key is missing. */
    public String text(String otherwise, String... names) {
        Optional<String> name = present(names);
        if (name.isEmpty()) {
            return otherwise;
        }
        if (!node.get(name.get()).isTextual()) {
            throw wrong(name.get(), "a string in quotes");
        }
        return node.get(name.get()).textValue();
    }

    /** One token id or a list of them; none if the key is missing. */
    List<Integer> ids(String name) {
        if (present(name).isEmpty()) {
            return List.of();
        }
        JsonNode value = node.get(name);
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : value.isArray() ? value : List.of(value)) {
            if (!id.isIntegralNumber() || !id.canConvertToInt()) {
                throw wrong(name, "a token id or a list of them");
            }
            ids.add(id.intValue());
        }
        return ids;
    }

    /** An object inside this one, if the key is present. */
    Optional<Keys> section(String... names) {
        return present(names).map(this::sectionAt);
    }

    /** True if the key is present, even if its value is null. */
    public boolean mentions(String name) {
        return node.has(name);
    }

    /** The exception for a required key that is missing. */
    public ModelException missing(String name) {
        return new ModelException(where + ": \"" + name + "\" is missing.");
    }

    /** The exception for a key whose value is not what was expected. */
    public ModelException wrong(String name, String expected) {
        String shown = TerminalText.printable(String.valueOf(node.get(name)), 60);
        return new ModelException(
                where + ": \"" + name + "\" is " + shown + "; expected " + expected + ".");
    }

    private Optional<String> present(String... names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private int sizeAt(String name) {
        JsonNode value = node.get(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < 1 || value.intValue() > MAX_SIZE) {
            throw wrong(name, "a whole number from 1 to " + MAX_SIZE);
        }
        return value.intValue();
    }

    private Keys sectionAt(String name) {
        if (!node.get(name).isObject()) {
            throw wrong(name, "an object in braces");
        }
        return new Keys(where + ", \"" + name + "\"", node.get(name));
    }
}
