package openweights.engine.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import openweights.base.Json;
import openweights.base.JsonException;

/**
 * The keys of a JSON object, such as config.json. A key may have several names: the first one that
 * is present and not null is used. Errors name the file, the key, and what was found.
 *
 * <p>It keeps account of the keys that were read, so that {@link #unread} can name those that
 * nothing asked for.
 */
public final class Keys {

    /** Far above any released model; a larger number is an error. */
    static final int MAX_SIZE = 1 << 24;

    private final String where;
    private final ObjectNode node;
    private final KeyAccount account;

    private Keys(String where, ObjectNode node, KeyAccount account) {
        this.where = where;
        this.node = node;
        this.account = account;
    }

    /**
     * Reads a file as {@link #of} does.
     *
     * @throws ModelException if it is missing, too large or damaged
     */
    public static Keys read(Path file) {
        return of(file.toString(), ConfigFile.bytes(file));
    }

    /**
     * Reads a file of strict JSON.
     *
     * @throws ModelException if it is missing, too large, damaged, or not strict
     */
    public static Keys readStrictly(Path file) {
        Keys keys = read(file);
        if (!keys.warnings().isEmpty()) {
            throw new ModelException(String.join(" ", keys.warnings()) + " Here it is refused.");
        }
        return keys;
    }

    /**
     * Parses the text of a JSON file as Python does: of a key that occurs twice, the last one
     * counts, and NaN and Infinity are numbers. Each deviation from JSON becomes a warning.
     *
     * @param where the file's name, for messages
     */
    public static Keys of(String where, byte[] json) {
        KeyAccount account = new KeyAccount();
        try {
            return of(where, Json.readAsPython(where, json, account::warn), account);
        } catch (JsonException e) {
            throw new ModelException(
                    String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
                            + ". The file is probably damaged or cut off.",
                    e);
        }
    }

    /**
     * The keys of an object that was read already, such as a part of another file.
     *
     * @param where the file's name, for messages
     */
    public static Keys of(String where, JsonNode json) {
        return of(where, json, new KeyAccount());
    }

    private static Keys of(String where, JsonNode json, KeyAccount account) {
        if (!(json instanceof ObjectNode object)) {
            throw new ModelException(where + ": expected a JSON object in braces.");
        }
        return account.open(new Keys(where, object, account));
    }

    /** The file, and the section inside it. */
    String where() {
        return where;
    }

    /** The same keys; one that is missing has this value. */
    public Keys otherwise(String name, Object value) {
        if (node.has(name)) {
            return this;
        }
        ObjectNode copy = node.deepCopy();
        copy.set(name, Json.tree(value));
        return new Keys(where, copy, account);
    }

    /** The same keys but for these, which then count as unread. */
    public Keys without(String... names) {
        return new Keys(where, node.deepCopy().remove(Arrays.asList(names)), account);
    }

    /** A required whole number from 1 to {@link #MAX_SIZE}. */
    public int size(String... names) {
        return optionalSize(names).orElseThrow(() -> missing(names[0]));
    }

    /** A whole number from 1 to {@link #MAX_SIZE}, if the key is present. */
    public OptionalInt optionalSize(String... names) {
        return present(names)
                .map(value -> OptionalInt.of(value.size()))
                .orElse(OptionalInt.empty());
    }

    /** A finite number above zero; {@code otherwise} if the key is missing. */
    public float number(double otherwise, String... names) {
        return present(names).map(KeyValue::positive).orElse((float) otherwise);
    }

    /** The same as precise as the file has it, for a product that is cut off to a whole number. */
    public double precise(double otherwise, String name) {
        number(otherwise, name); // is above zero
        return setting(otherwise, name);
    }

    /** A finite number of any sign; {@code otherwise} if the key is missing. */
    public double setting(double otherwise, String name) {
        return present(name).map(KeyValue::finite).orElse(otherwise);
    }

    /** A whole number from 0 on; {@code otherwise} if the key is missing. */
    public int count(int otherwise, String... names) {
        return present(names).map(KeyValue::count).orElse(otherwise);
    }

    /**
     * True or false; {@code otherwise} if the key is missing. To Python, null is false: where true
     * is what a missing key means, it is refused.
     */
    public boolean flag(boolean otherwise, String... names) {
        Optional<KeyValue> found = present(names);
        for (String name : names) {
            if (otherwise && found.isEmpty() && node.has(name)) {
                throw wrong(name, "true or false");
            }
        }
        return found.map(KeyValue::flag).orElse(otherwise);
    }

    /** True or false, perhaps written as a number; {@code otherwise} if the key is missing. */
    public boolean truth(boolean otherwise, String name) {
        return present(name).map(KeyValue::truth).orElse(otherwise);
    }

    /** A string; {@code otherwise} if the key is missing. */
    public String text(String otherwise, String... names) {
        return present(names).map(KeyValue::text).orElse(otherwise);
    }

    /** A list of finite numbers above zero. */
    List<Float> numbers(String name) {
        return present(name).orElseThrow(() -> missing(name)).positives();
    }

    /** A list of strings. */
    List<String> texts(String name) {
        return present(name).orElseThrow(() -> missing(name)).texts();
    }

    /** A list of whole numbers from 0 on; none if the key is missing. */
    public List<Integer> counts(String name) {
        return present(name).map(KeyValue::counts).orElse(List.of());
    }

    /** One token id or a list of them; none if the key is missing. */
    List<Integer> ids(String name) {
        return present(name).map(KeyValue::ids).orElse(List.of());
    }

    /**
     * @throws ModelException if a key is present and is not the one value that the engine computes
     */
    public void require(String only, String name) {
        if (!text(only, name).equals(only)) {
            throw wrong(name, "\"" + only + "\"");
        }
    }

    /** An object inside this one, if the key is present. */
    public Optional<Keys> section(String... names) {
        return present(names)
                .map(
                        value ->
                                account.open(
                                        new Keys(
                                                where + ", \"" + value.name() + "\"",
                                                value.object(),
                                                account)));
    }

    /** True if the key is present, even if its value is null. */
    public boolean mentions(String name) {
        if (node.has(name)) {
            use(name);
        }
        return node.has(name);
    }

    /** True if the key is present and not null. */
    public boolean has(String name) {
        return present(name).isPresent();
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    /** Counts keys as read, because their values change nothing. */
    public void use(String... names) {
        Arrays.stream(names).forEach(name -> account.use(where, name));
    }

    /** Counts all keys as read. */
    void useAll() {
        node.fieldNames().forEachRemaining(this::use);
    }

    /** These keys as they are in the file, and the sections of them that were asked for. */
    List<Keys> opened() {
        return account.opened().stream().filter(part -> part.where.startsWith(where)).toList();
    }

    /** The keys with a value, in the order of the file; this does not count as reading them. */
    Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue());
            }
        }
        return values;
    }

    /** The keys with a value that nothing has asked for. */
    List<String> unread() {
        return values().keySet().stream().filter(name -> !account.used(where, name)).toList();
    }

    /** Notes something that the user should know. */
    void warn(String what) {
        account.warn(where + " " + what + ".");
    }

    /** What the user should know about the file. */
    public List<String> warnings() {
        return account.warnings();
    }

    /** A key's value as one line of JSON. */
    String shown(String name) {
        return value(name).shown();
    }

    /** The exception for a required key that is missing. */
    public ModelException missing(String name) {
        return new ModelException(where + ": \"" + name + "\" is missing.");
    }

    /** The exception for a key whose value is not what was expected. */
    public ModelException wrong(String name, String expected) {
        return value(name).wrong(expected);
    }

    private Optional<KeyValue> present(String... names) {
        Arrays.stream(names).filter(node::has).forEach(this::use);
        return Arrays.stream(names).filter(node::hasNonNull).findFirst().map(this::value);
    }

    private KeyValue value(String name) {
        JsonNode json = node.has(name) ? node.get(name) : NullNode.getInstance();
        return new KeyValue(where, name, json, account);
    }
}
