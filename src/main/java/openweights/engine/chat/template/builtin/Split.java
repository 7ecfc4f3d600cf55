package openweights.engine.chat.template.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.CodePoints;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** Takes a string apart. */
final class Split {

    private final Text whole;
    private final String text;
    private final Budget budget;
    private final List<Value> parts = new ArrayList<>();

    private Split(Text whole, Budget budget) {
        this.whole = whole;
        this.text = whole.value();
        this.budget = budget;
    }

    static Value split(Text text, Arguments arguments) {
        return apart(text, "split", false, arguments);
    }

    static Value rsplit(Text text, Arguments arguments) {
        return apart(text, "rsplit", true, arguments);
    }

    private static Value apart(Text text, String name, boolean fromRight, Arguments arguments) {
        Bound bound = arguments.bind(name, "sep", "maxsplit");
        String separator = bound.textOrNull("sep");
        long limit = bound.integer("maxsplit", -1);
        limit = limit < 0 ? Long.MAX_VALUE : limit;
        Split split = new Split(text, arguments.budget());
        if (fromRight) {
            split.backwards(separator, limit);
        } else if (separator == null) {
            split.atSpaces(limit);
        } else {
            split.at(requireSeparator(name, separator), limit);
        }
        return Seq.list(split.parts);
    }

    private static String requireSeparator(String name, String separator) {
        if (separator.isEmpty()) {
            throw new TemplateException(Fault.VALUE, name + ": the separator is empty.");
        }
        return separator;
    }

    private void at(String separator, long limit) {
        int from = 0;
        int at = CodePoints.find(text, separator, from, budget);
        while (at >= 0 && parts.size() < limit) {
            add(from, at);
            from = at + separator.length();
            at = parts.size() < limit ? CodePoints.find(text, separator, from, budget) : -1;
        }
        add(from, text.length());
    }

    private void atSpaces(long limit) {
        int from = skipSpaces(0);
        while (from < text.length() && parts.size() < limit) {
            int to = from;
            while (to < text.length() && !CodePoints.isSpace(text.charAt(to))) {
                to++;
            }
            add(from, to);
            from = skipSpaces(to);
        }
        if (from < text.length()) {
            add(from, text.length());
        }
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < text.length() && CodePoints.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What splitting from the right means: splitting what is written backwards. */
    private void backwards(@Nullable String separator, long limit) {
        Split mirror = new Split(reversed(whole), budget);
        if (separator == null) {
            mirror.atSpaces(limit);
        } else {
            mirror.at(reversed(new Text(requireSeparator("rsplit", separator))).value(), limit);
        }
        mirror.parts.forEach(part -> parts.add(budget.text(reversed((Text) part))));
        Collections.reverse(parts);
    }

    private Text reversed(Text string) {
        budget.spend(string.value().length());
        return string.changed(value -> new StringBuilder(value).reverse().toString());
    }

    private void add(int from, int to) {
        budget.elements(1);
        parts.add(budget.text(whole.slice(from, to)));
    }

    /** {@code partition}: what is before a separator, the separator, and what is after it. */
    static Value partition(Text text, Arguments arguments, boolean last) {
        String separator =
                requireSeparator("partition", arguments.bind("partition", "sep").text("sep"));
        String string = text.value();
        Budget budget = arguments.budget();
        int at =
                last
                        ? StringSearch.last(string, separator, budget)
                        : CodePoints.find(string, separator, 0, budget);
        if (at < 0) {
            return Seq.tuple(
                    last
                            ? List.of(Text.EMPTY, Text.EMPTY, text)
                            : List.of(text, Text.EMPTY, Text.EMPTY));
        }
        return Seq.tuple(
                List.of(
                        budget.text(text.slice(0, at)),
                        text.slice(at, at + separator.length()),
                        budget.text(text.slice(at + separator.length(), string.length()))));
    }

    /** Lines, without their ends. */
    static Value lines(Text text, Arguments arguments) {
        arguments.bind("splitlines");
        Split split = new Split(text, arguments.budget());
        String string = text.value();
        int from = 0;
        for (int i = 0; i < string.length(); i++) {
            if (isLineEnd(string.charAt(i))) {
                split.add(from, i);
                boolean two = string.startsWith("\r\n", i);
                i += two ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < string.length()) {
            split.add(from, string.length());
        }
        return Seq.list(split.parts);
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r')
                || (c >= 0x1c && c <= 0x1e)
                || c == 0x85
                || c == 0x2028
                || c == 0x2029;
    }
}
