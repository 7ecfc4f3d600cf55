package openweights.engine.chat.template.builtin;

import java.util.List;
import java.util.Locale;
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
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;

/** Filters that give a string. */
final class TextFilters {

    /** After one of these, or a space, Jinja's title filter begins a word. */
    private static final String BEFORE_WORD = "-({[<";

    private static final int WIDEST_INDENT = 1000;

    private TextFilters() {}

    private static String text(Value value, Arguments arguments) {
        return Spelling.of(value, arguments.budget());
    }

    static Value string(Value value, Arguments arguments) {
        arguments.bind("string");
        return new Text(text(value, arguments));
    }

    static Value upper(Value value, Arguments arguments) {
        arguments.bind("upper");
        return arguments.budget().text(text(value, arguments).toUpperCase(Locale.ROOT));
    }

    static Value lower(Value value, Arguments arguments) {
        arguments.bind("lower");
        return arguments.budget().text(text(value, arguments).toLowerCase(Locale.ROOT));
    }

    static Value capitalize(Value value, Arguments arguments) {
        arguments.bind("capitalize");
        return arguments.budget().text(StringMethods.capitalize(text(value, arguments)));
    }

    static Value title(Value value, Arguments arguments) {
        arguments.bind("title");
        String text = text(value, arguments);
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inside = BEFORE_WORD.indexOf(c) < 0 && !CodePoints.isSpace(c);
        }
        return arguments.budget().text(out.toString());
    }

    static Value trim(Value value, Arguments arguments) {
        Method<Text> strip = StringMethods.stripped("trim", Strip.BOTH);
        return strip.call(new Text(text(value, arguments)), arguments);
    }

    static Value replace(Value value, Arguments arguments) {
        Bound bound = arguments.bind("replace", "old", "new", "count");
        return new Text(
                StringSearch.replace(
                        text(value, arguments),
                        text(bound.get("old"), arguments),
                        text(bound.get("new"), arguments),
                        bound.integer("count", -1),
                        arguments.budget()));
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
        String indent =
                bound.get("width", None.NONE) instanceof Text text
                        ? text.value()
                        : " ".repeat(Math.max(0, width(bound, "width", 4)));
        Budget budget = arguments.budget();
        Text whole = new Text(text(value, arguments) + "\n");
        List<Value> lines = ((Seq) Split.lines(whole, Arguments.of(budget))).items();
        boolean blank = bound.flag("blank", false);
        StringBuilder out = new StringBuilder(bound.flag("first", false) ? indent : "");
        for (int i = 0; i < lines.size(); i++) {
            String line = ((Text) lines.get(i)).value();
            budget.spend(indent.length() + line.length() + 1L);
            out.append(i == 0 ? "" : "\n");
            out.append(i > 0 && (blank || !line.isEmpty()) ? indent : "").append(line);
        }
        return new Text(out.toString());
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
        return new Text(json.of(value, arguments.budget()));
    }
}
