package openweights.engine.chat.template.builtin;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.CodePoints;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.JsonText;
import openweights.engine.chat.template.value.None;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.Spelling;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.TextBuilder;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters that give a string. */
final class TextFilters {

    /** After one of these, or a space, Jinja's title filter begins a word. */
    private static final String BEFORE_WORD = "-({[<";

    private static final int WIDEST_INDENT = 1000;

    private TextFilters() {}

    private static Text text(Value value, Arguments arguments) {
        return Spelling.text(value, arguments.budget());
    }

    static Value string(Value value, Arguments arguments) {
        arguments.bind("string");
        return text(value, arguments);
    }

    static Value upper(Value value, Arguments arguments) {
        arguments.bind("upper");
        return changed(value, arguments, text -> text.toUpperCase(Locale.ROOT));
    }

    static Value lower(Value value, Arguments arguments) {
        arguments.bind("lower");
        return changed(value, arguments, text -> text.toLowerCase(Locale.ROOT));
    }

    static Value capitalize(Value value, Arguments arguments) {
        arguments.bind("capitalize");
        return changed(value, arguments, StringMethods::capitalize);
    }

    static Value title(Value value, Arguments arguments) {
        arguments.bind("title");
        return changed(value, arguments, TextFilters::titled);
    }

    private static String titled(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inside = BEFORE_WORD.indexOf(c) < 0 && !CodePoints.isSpace(c);
        }
        return out.toString();
    }

    private static Value changed(Value value, Arguments arguments, UnaryOperator<String> change) {
        return arguments.budget().text(text(value, arguments).changed(change));
    }

    static Value trim(Value value, Arguments arguments) {
        Method<Text> strip = StringMethods.stripped("trim", Strip.BOTH);
        return strip.call(text(value, arguments), arguments);
    }

    static Value replace(Value value, Arguments arguments) {
        Bound bound = arguments.bind("replace", "old", "new", "count");
        return StringSearch.replace(
                text(value, arguments),
                text(bound.get("old"), arguments).value(),
                text(bound.get("new"), arguments),
                bound.integer("count", -1),
                arguments.budget());
    }

    /**
     * {@code default}: another value for what is undefined, or with {@code true}, for all falsy.
     */
    static Value otherwise(Value value, Arguments arguments) {
        Bound bound = arguments.bind("default", "default_value", "boolean");
        boolean replaced =
                value instanceof Undefined || (bound.flag("boolean", false) && !value.truth());
        return replaced ? bound.get("default_value", Text.EMPTY) : value;
    }

    static Value indent(Value value, Arguments arguments) {
        Bound bound = arguments.bind("indent", "width", "first", "blank");
        Text indent =
                bound.get("width", None.NONE) instanceof Text text
                        ? text
                        : new Text(" ".repeat(Math.max(0, width(bound, "width", 4))));
        Budget budget = arguments.budget();
        Text whole = new TextBuilder().append(text(value, arguments)).append("\n").toText();
        List<Value> lines = ((Seq) Split.lines(whole, Arguments.of(budget))).items();
        boolean blank = bound.flag("blank", false);
        TextBuilder out = new TextBuilder();
        out.append(bound.flag("first", false) ? indent : Text.EMPTY);
        for (int i = 0; i < lines.size(); i++) {
            Text line = (Text) lines.get(i);
            budget.spend((long) indent.value().length() + line.value().length() + 1);
            out.append(i == 0 ? "" : "\n");
            out.append(i > 0 && (blank || line.truth()) ? indent : Text.EMPTY).append(line);
        }
        return out.toText();
    }

    private static int width(Bound bound, String parameter, int otherwise) {
        long width = bound.integer(parameter, otherwise);
        if (width > WIDEST_INDENT) {
            throw new TemplateException(
                    Fault.LIMIT, "%s: %d spaces are too many.".formatted(bound.function(), width));
        }
        return (int) Math.max(-1, width);
    }

    /** As transformers defines it for chat templates. */
    static Value tojson(Value value, Arguments arguments) {
        Bound bound = arguments.bind("tojson", "ensure_ascii", "indent", "separators", "sort_keys");
        int indent = width(bound, "indent", -1);
        String comma = indent < 0 ? ", " : ",";
        String colon = ": ";
        if (bound.get("separators", None.NONE) instanceof Seq pair) {
            if (pair.items().size() != 2
                    || !(pair.items().get(0) instanceof Text first)
                    || !(pair.items().get(1) instanceof Text second)) {
                throw new TemplateException(
                        Fault.TYPE,
                        "tojson: separators has to be two strings, such as (',', ':').");
            }
            comma = first.value();
            colon = second.value();
        }
        boolean ascii = bound.flag("ensure_ascii", false);
        boolean sorted = bound.flag("sort_keys", false);
        JsonText json = new JsonText(ascii, indent, comma, colon, sorted);
        return json.of(value, arguments.budget());
    }
}
