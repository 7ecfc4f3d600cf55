package openweights.course.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * JSON as Python's {@code json.dumps(…, ensure_ascii=False, indent=1, sort_keys=True)} writes it.
 *
 * <p>Jackson's printer differs in the spaces before colons, in empty lists, and in how it escapes
 * control characters.
 */
final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(JsonNode tree) {
        JsonText writer = new JsonText();
        writer.node(tree, "\n");
        return writer.text.toString();
    }

    /**
     * @param lineBreak a newline and the indentation of the line that contains the node
     */
    private void node(JsonNode node, String lineBreak) {
        if (node.isObject()) {
            members(node, lineBreak);
        } else if (node.isArray()) {
            items(node, lineBreak);
        } else if (node.isTextual()) {
            string(node.textValue());
        } else if (node.isFloatingPointNumber()) {
            text.append(fraction(node.doubleValue()));
        } else {
            text.append(node);
        }
    }

    private void members(JsonNode object, String lineBreak) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        String separator = "";
        text.append('{');
        for (String name : names) {
            text.append(separator).append(lineBreak).append(' ');
            string(name);
            text.append(": ");
            node(object.get(name), lineBreak + " ");
            separator = ",";
        }
        text.append(names.isEmpty() ? "" : lineBreak).append('}');
    }

    private void items(JsonNode array, String lineBreak) {
        text.append('[');
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
            text.append(lineBreak).append(' ');
            node(items.next(), lineBreak + " ");
            text.append(items.hasNext() ? "," : "");
        }
        text.append(array.isEmpty() ? "" : lineBreak).append(']');
    }

    /**
     * Python's {@code repr}: an exponent of at least two digits, and only below 1e-4 and from 1e16
     * on. NaN and infinity have the same names in Java and in Python's JSON.
     */
    private static String fraction(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String mantissa = digits.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return mantissa
                + String.format(
                        Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private void string(String value) {
        text.append('"');
        value.chars().forEach(this::character);
        text.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\f' -> text.append("\\f");
            case '\b' -> text.append("\\b");
            default -> text.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : (char) c);
        }
    }
}
