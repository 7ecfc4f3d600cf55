package openweights.engine.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openweights.base.TerminalText;

/**
 * The value of one key, to be read as what the caller expects; otherwise the message names the
 * file, the key, and what was found.
 *
 * @param where the file, and the section inside it
 */
record KeyValue(String where, String name, JsonNode json, KeyAccount account) {

    private static final int MAX_SHOWN = 60;

    /** A whole number from 1 to {@link Keys#MAX_SIZE}. */
    int size() {
        if (!whole() || json.intValue() < 1 || json.intValue() > Keys.MAX_SIZE) {
            throw wrong("a whole number from 1 to " + Keys.MAX_SIZE);
        }
        return json.intValue();
    }

    /** A whole number from 0 on. */
    int count() {
        if (!whole() || json.intValue() < 0) {
            throw wrong("a whole number from 0 on");
        }
        return json.intValue();
    }

    /** A finite number above zero. */
    float positive() {
        return positive(json).orElseThrow(() -> wrong("a number above zero"));
    }

    /** A finite number of any sign. */
    double finite() {
        if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
            throw wrong("a number");
        }
        return json.doubleValue();
    }

    boolean flag() {
        if (!json.isBoolean()) {
            throw wrong("true or false");
        }
        return json.booleanValue();
    }

    /** True or false, perhaps written as a number, as Python takes it. */
    boolean truth() {
        return json.isIntegralNumber() ? json.intValue() != 0 : flag();
    }

    String text() {
        if (!json.isTextual()) {
            throw wrong("a string in quotes");
        }
        return json.textValue();
    }

    ObjectNode object() {
        if (!(json instanceof ObjectNode object)) {
            throw wrong("an object in braces");
        }
        return object;
    }

    /** One token id or a list of them. */
    List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : json.isArray() ? json : List.of(json)) {
            if (!id.isIntegralNumber() || !id.canConvertToInt()) {
                throw wrong("a token id or a list of them");
            }
            ids.add(id.intValue());
        }
        return ids;
    }

    List<Float> positives() {
        return list("a list of numbers above zero", KeyValue::positive);
    }

    List<String> texts() {
        return list(
                "a list of strings",
                value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    List<Integer> counts() {
        return list(
                "a list of whole numbers from 0 on",
                value ->
                        value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0
                                ? Optional.of(value.intValue())
                                : Optional.empty());
    }

    /** The value as one line of JSON; NaN without the quotes that JSON would need. */
    String shown() {
        String line = json.isNumber() ? json.asText() : json.toString();
        return TerminalText.printable(line, MAX_SHOWN);
    }

    ModelException wrong(String expected) {
        return new ModelException(
                where + ": \"" + name + "\" is " + shown() + "; expected " + expected + ".");
    }

    private <T> List<T> list(String expected, Function<JsonNode, Optional<T>> element) {
        if (!json.isArray()) {
            throw wrong(expected);
        }
        List<T> list = new ArrayList<>();
        for (JsonNode value : json) {
            list.add(element.apply(value).orElseThrow(() -> wrong(expected)));
        }
        return list;
    }

    private static Optional<Float> positive(JsonNode value) {
        float number = (float) value.asDouble();
        return value.isNumber() && number > 0 && !Float.isInfinite(number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether the value is whole, if perhaps written as 512.0. */
    private boolean whole() {
        if (json.isIntegralNumber()) {
            return json.canConvertToInt();
        }
        boolean whole = json.isNumber() && json.canConvertToInt() && json.doubleValue() % 1 == 0;
        if (whole) {
            account.warn(where + ": \"" + name + "\" is " + shown() + "; read as a whole number.");
        }
        return whole;
    }
}
