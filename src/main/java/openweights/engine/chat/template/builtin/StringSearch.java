package openweights.engine.chat.template.builtin;

import java.util.List;
import java.util.function.BiPredicate;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Arguments.Bound;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Budget;
import openweights.engine.chat.template.value.CodePoints;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.Seq;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.TextBuilder;
import openweights.engine.chat.template.value.Value;

/** Looks for strings in a string. */
final class StringSearch {

    private StringSearch() {}

    static Value startsWith(Text text, Arguments arguments) {
        return any(text, arguments, "startswith", String::startsWith);
    }

    static Value endsWith(Text text, Arguments arguments) {
        return any(text, arguments, "endswith", String::endsWith);
    }

    /** The argument may be a tuple: then one of its strings has to match. */
    private static Value any(
            Text text, Arguments arguments, String name, BiPredicate<String, String> matches) {
        Bound bound = arguments.bind(name, "prefix");
        Value wanted = bound.get("prefix");
        List<Value> all =
                wanted instanceof Seq tuple && tuple.isTuple() ? tuple.items() : List.of(wanted);
        boolean found = false;
        for (Value each : all) {
            if (!(each instanceof Text part)) {
                throw new TemplateException(
                        Fault.TYPE,
                        name + " needs a string or a tuple of them, found " + each.type() + ".");
            }
            arguments.budget().spend(part.value().length());
            found |= matches.test(text.value(), part.value());
        }
        return Bool.of(found);
    }

    static Value find(Text text, Arguments arguments) {
        return place(text, arguments, "find", false, true);
    }

    static Value rfind(Text text, Arguments arguments) {
        return place(text, arguments, "rfind", true, true);
    }

    static Value index(Text text, Arguments arguments) {
        return place(text, arguments, "index", false, false);
    }

    private static Value place(
            Text text, Arguments arguments, String name, boolean last, boolean mayFail) {
        String wanted = arguments.bind(name, "sub").text("sub");
        Budget budget = arguments.budget();
        int at =
                last
                        ? last(text.value(), wanted, budget)
                        : CodePoints.find(text.value(), wanted, 0, budget);
        if (at < 0 && !mayFail) {
            throw new TemplateException(Fault.VALUE, name + ": the string is not in this one.");
        }
        return new Int(at < 0 ? at : text.value().codePointCount(0, at));
    }

    /** Where a part begins for the last time, or -1. */
    static int last(String text, String part, Budget budget) {
        budget.spend(text.length() + part.length());
        String mirror = new StringBuilder(text).reverse().toString();
        int at = CodePoints.find(mirror, new StringBuilder(part).reverse().toString(), 0, budget);
        return at < 0 ? -1 : text.length() - at - part.length();
    }

    static Value count(Text text, Arguments arguments) {
        String wanted = arguments.bind("count", "sub").text("sub");
        if (wanted.isEmpty()) {
            return new Int(text.length() + 1L);
        }
        long count = 0;
        int at = CodePoints.find(text.value(), wanted, 0, arguments.budget());
        while (at >= 0) {
            count++;
            at = CodePoints.find(text.value(), wanted, at + wanted.length(), arguments.budget());
        }
        return new Int(count);
    }

    static Value replace(Text text, Arguments arguments) {
        Bound bound = arguments.bind("replace", "old", "new", "count");
        bound.text("new"); // has to be one
        return replace(
                text,
                bound.text("old"),
                (Text) bound.get("new"),
                bound.integer("count", -1),
                arguments.budget());
    }

    /**
     * @param limit replace only so many, from the left; all if it is below zero
     */
    static Text replace(Text whole, String old, Text with, long limit, Budget budget) {
        String text = whole.value();
        TextBuilder out = new TextBuilder();
        int from = 0;
        int at = CodePoints.find(text, old, 0, budget);
        for (long i = 0; at >= 0 && i != limit; i++) {
            budget.spend(at - from + with.value().length() + 1L);
            out.append(whole, from, at).append(with);
            from = at;
            if (old.isEmpty()) { // Python puts the replacement around each character
                if (at == text.length()) {
                    break;
                }
                at += Character.charCount(text.codePointAt(at));
            } else {
                from += old.length();
                at = CodePoints.find(text, old, from, budget);
            }
        }
        budget.spend(text.length() - from);
        return out.append(whole, from, text.length()).toText();
    }
}
