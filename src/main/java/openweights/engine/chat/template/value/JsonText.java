package openweights.engine.chat.template.value;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A value as JSON, in the spelling of Python's {@code json.dumps}.
 *
 * @param indent spaces for each level; below zero for one line
 * @param comma what separates elements, such as a comma and a space
 * @param colon what separates a key from its value
 */
public record JsonText(boolean asciiOnly, int indent, String comma, String colon, boolean sorted) {

    public Text of(Value value, Budget budget) {
        TextBuilder out = new TextBuilder();
        add(value, 0, out, budget);
        return out.toText();
    }

    private void add(Value value, int level, TextBuilder out, Budget budget) {
        budget.spend((long) comma.length() + colon.length() + 1);
        if (value instanceof Text text) {
            quote(text, out, budget);
        } else if (value instanceof Seq list) {
            addAll(list.items(), level, out, budget);
        } else if (value instanceof Dict dict) {
            addAll(dict, level, out, budget);
        } else {
            budget.spend(FloatText.EFFORT);
            out.append(scalar(value));
        }
    }

    private static String scalar(Value value) {
        if (value instanceof Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Bool flag) {
            return flag.truth() ? "true" : "false";
        }
        if (value instanceof Real number) {
            return switch (FloatText.of(number.value())) {
                case "nan" -> "NaN";
                case "inf" -> "Infinity";
                case "-inf" -> "-Infinity";
                default -> FloatText.of(number.value());
            };
        }
        if (value == None.NONE) {
            return "null";
        }
        throw new TemplateException(
                Fault.TYPE, "a value of type " + value.type() + " cannot be written as JSON.");
    }

    private void addAll(List<Value> items, int level, TextBuilder out, Budget budget) {
        out.append("[");
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : comma);
            lineBreak(level + 1, out, budget);
            add(items.get(i), level + 1, out, budget);
        }
        if (!items.isEmpty()) {
            lineBreak(level, out, budget);
        }
        out.append("]");
    }

    private void addAll(Dict dict, int level, TextBuilder out, Budget budget) {
        Iterator<Map.Entry<Value, Value>> entries = entries(dict, budget).iterator();
        out.append("{");
        while (entries.hasNext()) {
            Map.Entry<Value, Value> entry = entries.next();
            lineBreak(level + 1, out, budget);
            quote(key(entry.getKey()), out, budget);
            out.append(colon);
            add(entry.getValue(), level + 1, out, budget);
            out.append(entries.hasNext() ? comma : "");
        }
        if (dict.truth()) {
            lineBreak(level, out, budget);
        }
        out.append("}");
    }

    private List<Map.Entry<Value, Value>> entries(Dict dict, Budget budget) {
        List<Map.Entry<Value, Value>> entries = List.copyOf(dict.entries().entrySet());
        return sorted
                ? entries.stream()
                        .sorted((a, b) -> Comparison.order(a.getKey(), b.getKey(), budget))
                        .toList()
                : entries;
    }

    private static Text key(Value key) {
        return key instanceof Text text ? text : new Text(scalar(key));
    }

    private void lineBreak(int level, TextBuilder out, Budget budget) {
        if (indent >= 0) {
            budget.spend((long) level * indent);
            out.append("\n").append(" ".repeat(level * indent));
        }
    }

    private void quote(Text text, TextBuilder out, Budget budget) {
        budget.spend(text.value().length());
        out.append("\"").append(text.changed(this::escaped)).append("\"");
    }

    private String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || (asciiOnly && c > '~')) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
