package openweights.engine.chat.template.value;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A value as text: what Python's str and repr give. */
public final class Spelling {

    private final StringBuilder out = new StringBuilder();
    private final Budget budget;
    private boolean foreign;

    private Spelling(Budget budget) {
        this.budget = budget;
    }

    /** As a template prints it. */
    public static String of(Value value, Budget budget) {
        return text(value, budget).value();
    }

    /** The same, which is foreign if a string in it is. */
    public static Text text(Value value, Budget budget) {
        if (value instanceof Text text) {
            return text;
        }
        if (value instanceof Undefined) {
            return Text.EMPTY;
        }
        Spelling spelling = new Spelling(budget).add(value);
        String text = spelling.out.toString();
        return spelling.foreign ? Text.foreign(text) : new Text(text);
    }

    private Spelling add(Value value) {
        budget.spend(1);
        if (value instanceof Text text) {
            foreign |= text.hasForeign();
            quote(text.value());
        } else if (value instanceof Seq list) {
            addAll(list);
        } else if (value instanceof Dict dict) {
            addAll(dict);
        } else if (value instanceof Int number) {
            out.append(number.value());
        } else if (value instanceof Real number) {
            budget.spend(FloatText.EFFORT);
            out.append(FloatText.of(number.value()));
        } else if (value instanceof Bool flag) {
            out.append(flag.truth() ? "True" : "False");
        } else if (value == None.NONE) {
            out.append("None");
        } else if (value instanceof Undefined) {
            out.append("Undefined");
        } else {
            throw new TemplateException(
                    Fault.TYPE, "a value of type " + value.type() + " cannot be printed.");
        }
        return this;
    }

    private void addAll(Seq list) {
        List<Value> items = list.items();
        out.append(list.isTuple() ? '(' : '[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            add(items.get(i));
        }
        out.append(list.isTuple() && items.size() == 1 ? "," : "");
        out.append(list.isTuple() ? ')' : ']');
    }

    private void addAll(Dict dict) {
        Iterator<Map.Entry<Value, Value>> entries = dict.entries().entrySet().iterator();
        out.append('{');
        while (entries.hasNext()) {
            Map.Entry<Value, Value> entry = entries.next();
            add(entry.getKey());
            out.append(": ");
            add(entry.getValue());
            out.append(entries.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private void quote(String text) {
        budget.spend(text.length());
        boolean single = text.indexOf('\'') < 0 || text.indexOf('"') >= 0;
        char quote = single ? '\'' : '"';
        out.append(quote);
        text.codePoints().forEach(c -> character(c, quote));
        out.append(quote);
    }

    private void character(int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    escape(c);
                }
            }
        }
    }

    private void escape(int c) {
        String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
        out.append(form.formatted(c));
    }

    private static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    default -> true;
                };
    }
}
