package openweights.engine.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the header's text, a Python dictionary: {@code {'descr': '<f4', 'fortran_order': False,
 * 'shape': (3, 4), }}. It accepts only these three keys, with values of their types; nothing is
 * evaluated.
 */
final class NpyLiteral {

    private static final int MAX_AXES = 64;
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final Pattern STRING = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"");
    private static final Pattern BOOLEAN = Pattern.compile("True|False");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,18})L?");
    private static final Pattern SPACE = Pattern.compile("[ \t\n]*+");

    private final Path file;
    private final long start;
    private final Matcher text;

    NpyLiteral(Path file, long start, String text) {
        this.file = file;
        this.start = start;
        this.text = SPACE.matcher(text);
    }

    /** Values by key: descr is a String, fortran_order a Boolean, shape a list of Long. */
    Map<String, Object> read() {
        Map<String, Object> fields = new HashMap<>();
        require("{");
        while (!next("}")) {
            String key = string();
            require(":");
            if (fields.putIfAbsent(key, value(key)) != null) {
                throw fault("the key " + WeightsException.quoted(key) + " occurs twice");
            }
            if (!next(",")) {
                require("}");
                break;
            }
        }
        skipSpace();
        if (text.regionStart() != text.regionEnd()) {
            throw fault("something follows the closing brace");
        }
        if (!fields.keySet().equals(KEYS)) {
            throw fault("the keys are " + fields.keySet() + " instead of " + KEYS);
        }
        return fields;
    }

    private Object value(String key) {
        return switch (key) {
            case "descr" -> string();
            case "fortran_order" -> match(BOOLEAN, "True or False").equals("True");
            case "shape" -> shape();
            default -> throw fault("the key " + WeightsException.quoted(key) + " is unknown");
        };
    }

    private List<Long> shape() {
        List<Long> sizes = new ArrayList<>();
        require("(");
        while (!next(")")) {
            sizes.add(Long.valueOf(match(NUMBER, "a size").replace("L", "")));
            if (sizes.size() > MAX_AXES) {
                throw fault("the shape has more than " + MAX_AXES + " axes");
            }
            if (!next(",")) {
                require(")");
                break;
            }
        }
        return List.copyOf(sizes);
    }

    private String string() {
        String quoted = match(STRING, "a quoted string");
        return quoted.substring(1, quoted.length() - 1);
    }

    private String match(Pattern pattern, String expected) {
        skipSpace();
        if (!text.usePattern(pattern).lookingAt()) {
            throw fault("there should be " + expected);
        }
        String found = text.group();
        advance();
        return found;
    }

    private void require(String mark) {
        if (!next(mark)) {
            throw fault("there should be " + mark);
        }
    }

    private boolean next(String mark) {
        skipSpace();
        boolean there = text.usePattern(Pattern.compile(Pattern.quote(mark))).lookingAt();
        if (there) {
            advance();
        }
        return there;
    }

    private void skipSpace() {
        text.usePattern(SPACE).lookingAt();
        advance();
    }

    private void advance() {
        text.region(text.end(), text.regionEnd());
    }

    private NpyException fault(String found) {
        long offset = start + text.regionStart();
        return new NpyException(
                file,
                offset,
                "the header is not what NumPy writes: at byte "
                        + offset
                        + ", "
                        + found
                        + ". The file is damaged or was not made by numpy.save.");
    }
}
