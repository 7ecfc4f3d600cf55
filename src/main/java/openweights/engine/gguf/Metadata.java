package openweights.engine.gguf;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openweights.engine.weights.WeightsException;

/**
 * The keys of a GGUF file and their values. Errors name the file, the key, what was found, and what
 * was expected.
 */
public final class Metadata {

    private static final int SHOWN = 60;

    private final Path file;
    private final Map<String, Object> values;

    Metadata(Path file, Map<String, Object> values) {
        this.file = file;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The file, for messages. */
    public Path file() {
        return file;
    }

    /** Keys and values, in the file's order; see {@link ValueType} for the values' classes. */
    public Map<String, Object> values() {
        return values;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A whole number from 0 on, if the key is present. */
    public Optional<Long> count(String key) {
        return find(key, Long.class, "a whole number")
                .map(
                        number -> {
                            if (number < 0) {
                                throw wrong(key, "a whole number from 0 on");
                            }
                            return number;
                        });
    }

    /** A required whole number from 0 on. */
    public long requireCount(String key) {
        return count(key).orElseThrow(() -> missing(key));
    }

    /** A number, if the key is present. */
    public Optional<Double> number(String key) {
        return find(key, Number.class, "a number").map(Number::doubleValue);
    }

    /** A text, if the key is present. */
    public Optional<String> text(String key) {
        return find(key, String.class, "a text");
    }

    /** A required text. */
    public String requireText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** True or false, if the key is present. */
    public Optional<Boolean> flag(String key) {
        return find(key, Boolean.class, "true or false");
    }

    /** A list of texts, if the key is present. */
    public Optional<List<String>> texts(String key) {
        return list(key, String.class, "a list of texts", text -> text);
    }

    /** A list of numbers, if the key is present. */
    public Optional<List<Double>> numbers(String key) {
        return list(key, Number.class, "a list of numbers", Number::doubleValue);
    }

    /** A list of whole numbers, if the key is present. */
    public Optional<List<Long>> counts(String key) {
        return list(key, Long.class, "a list of whole numbers", number -> number);
    }

    /** A list of true or false, if the key is present. */
    public Optional<List<Boolean>> flags(String key) {
        return list(key, Boolean.class, "a list of true or false", flag -> flag);
    }

    private <T, R> Optional<List<R>> list(
            String key, Class<T> type, String expected, Function<T, R> read) {
        return find(key, List.class, expected)
                .map(
                        list -> {
                            List<R> all = new java.util.ArrayList<>(list.size());
                            for (Object element : list) {
                                if (!type.isInstance(element)) {
                                    throw wrong(key, expected);
                                }
                                all.add(read.apply(type.cast(element)));
                            }
                            return all;
                        });
    }

    private <T> Optional<T> find(String key, Class<T> type, String expected) {
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw wrong(key, expected);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    /** The exception for a required key that is missing. */
    public GgufException missing(String key) {
        return new GgufException(GgufFault.KEY_MISSING, file, key, 0, "is missing");
    }

    /** The exception for a value that is not what was expected. */
    public GgufException wrong(String key, String expected) {
        return fault(GgufFault.WRONG_VALUE, key, expected);
    }

    /** The exception for a value that is not supported. */
    public GgufException fault(GgufFault fault, String key, String expected) {
        String text = String.valueOf(values.get(key));
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return new GgufException(
                fault,
                file,
                key,
                0,
                String.format(
                        Locale.ROOT,
                        "is %s; expected %s",
                        WeightsException.printable(shown),
                        expected));
    }
}
