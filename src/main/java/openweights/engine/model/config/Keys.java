package openweights.engine.model.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The keys of a JSON object, such as config.json. A key may have several names; the first that is
 * there and not null counts. Errors name the file, the key, and what was found.
 */
public final class Keys {

    /** No released model has a size near this one; a larger number is a slip or a lie. */
    static final int LARGEST_SIZE = 1 << 24;

    private static final long LARGEST_FILE = 16 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final String where;
    private final JsonNode node;

    private Keys(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    public static Keys read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new ModelException(
                        file + ": " + Files.size(file) + " bytes are too many for a config file.");
            }
            return of(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ModelException(
                    file
                            + ": there is no such file. A model's folder holds config.json, tokenizer.json and model.safetensors.",
                    e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    public static Keys of(String where, byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                throw new ModelException(where + ": expected a JSON object in braces.");
            }
            return new Keys(where, node);
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    where
                            + ": is not JSON at line "
                            + e.getLocation().getLineNr()
                            + ": "
                            + e.getOriginalMessage()
                            + ". The file is probably damaged or cut off.",
                    e);
        } catch (IOException e) {
            throw new ModelException(where + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The file, and the section inside it. */
    String where() {
        return where;
    }

    /** A whole number from 1 to {@link #LARGEST_SIZE} that must be there. */
    public int size(String... names) {
        return optionalSize(names).orElseThrow(() -> missing(names[0]));
    }

    public OptionalInt optionalSize(String... names) {
        Optional<String> name = present(names);
        return name.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sizeAt(name.get()));
    }

    /** A finite number above zero. */
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

    public boolean flag(boolean otherwise, String name) {
        if (present(name).isEmpty()) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.get(name).booleanValue();
    }

    public String text(String otherwise, String... names) {
        Optional<String> name = present(names);
        if (name.isEmpty()) {
            return otherwise;
        }
        if (!node.get(name.get()).isTextual()) {
            throw wrong(name.get(), "a text in quotes");
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

    /** An object inside this one. */
    Optional<Keys> section(String... names) {
        return present(names).map(this::sectionAt);
    }

    /** True if the key is there, be it null. */
    public boolean mentions(String name) {
        return node.has(name);
    }

    public ModelException missing(String name) {
        return new ModelException(where + ": \"" + name + "\" is missing.");
    }

    public ModelException wrong(String name, String expected) {
        String found = String.valueOf(node.get(name));
        String shown = found.length() > 60 ? found.substring(0, 60) + "..." : found;
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
        if (!whole || value.intValue() < 1 || value.intValue() > LARGEST_SIZE) {
            throw wrong(name, "a whole number from 1 to " + LARGEST_SIZE);
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
