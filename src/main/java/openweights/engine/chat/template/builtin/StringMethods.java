package openweights.engine.chat.template.builtin;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.CodePoints;
import openweights.engine.chat.template.value.Text;
import openweights.engine.chat.template.value.Value;

/** The methods of strings. */
final class StringMethods {

    static final Map<String, Method<Text>> ALL =
            Map.ofEntries(
                    entry("capitalize", changed("capitalize", StringMethods::capitalize)),
                    entry("count", StringSearch::count),
                    entry("endswith", StringSearch::endsWith),
                    entry("find", StringSearch::find),
                    entry("index", StringSearch::index),
                    entry("isalnum", all("isalnum", Character::isLetterOrDigit)),
                    entry("isalpha", all("isalpha", Character::isLetter)),
                    entry("isdigit", all("isdigit", Character::isDigit)),
                    entry("islower", cased("islower", Character::isUpperCase)),
                    entry("isspace", all("isspace", CodePoints::isSpace)),
                    entry("isupper", cased("isupper", Character::isLowerCase)),
                    entry("join", (text, arguments) -> Joining.join(text, arguments)),
                    entry("lower", changed("lower", text -> text.toLowerCase(Locale.ROOT))),
                    entry("lstrip", stripped("lstrip", Strip.LEFT)),
                    entry(
                            "partition",
                            (text, arguments) -> Split.partition(text, arguments, false)),
                    entry("removeprefix", StringMethods::removePrefix),
                    entry("removesuffix", StringMethods::removeSuffix),
                    entry("replace", StringSearch::replace),
                    entry("rfind", StringSearch::rfind),
                    entry(
                            "rpartition",
                            (text, arguments) -> Split.partition(text, arguments, true)),
                    entry("rsplit", Split::rsplit),
                    entry("rstrip", stripped("rstrip", Strip.RIGHT)),
                    entry("split", Split::split),
                    entry("splitlines", Split::lines),
                    entry("startswith", StringSearch::startsWith),
                    entry("strip", stripped("strip", Strip.BOTH)),
                    entry("title", changed("title", StringMethods::title)),
                    entry("upper", changed("upper", text -> text.toUpperCase(Locale.ROOT))));

    private StringMethods() {}

    private static Method<Text> changed(String name, UnaryOperator<String> change) {
        return (text, arguments) -> {
            arguments.bind(name);
            return arguments.budget().text(text.changed(change));
        };
    }

    /** Strips whitespace, or the characters of the argument, at one side or both. */
    static Method<Text> stripped(String name, Strip side) {
        return (text, arguments) -> {
            String characters = arguments.bind(name, "chars").textOrNull("chars");
            int variety = characters == null ? 1 : Math.max(1, characters.length());
            Text rest = side.apply(text, characters);
            long removed = (long) text.value().length() - rest.value().length();
            arguments.budget().spend(removed * variety);
            return arguments.budget().text(rest);
        };
    }

    private static Method<Text> all(String name, IntPredicate property) {
        return (text, arguments) -> {
            arguments.bind(name);
            arguments.budget().spend(text.value().length());
            return Bool.of(text.truth() && text.value().codePoints().allMatch(property));
        };
    }

    /** True if a string has letters with a case, and none of the other case. */
    private static Method<Text> cased(String name, IntPredicate other) {
        return (text, arguments) -> {
            arguments.bind(name);
            arguments.budget().spend(text.value().length());
            boolean letters =
                    text.value()
                            .codePoints()
                            .anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
            return Bool.of(letters && text.value().codePoints().noneMatch(other));
        };
    }

    private static Value removePrefix(Text text, Arguments arguments) {
        String prefix = arguments.bind("removeprefix", "prefix").text("prefix");
        return text.value().startsWith(prefix)
                ? arguments.budget().text(text.slice(prefix.length(), text.value().length()))
                : text;
    }

    private static Value removeSuffix(Text text, Arguments arguments) {
        String suffix = arguments.bind("removesuffix", "suffix").text("suffix");
        int end = text.value().length() - suffix.length();
        return text.value().endsWith(suffix) ? arguments.budget().text(text.slice(0, end)) : text;
    }

    /** The first character in upper case, the others in lower case. */
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = Character.charCount(text.codePointAt(0));
        return title(text.substring(0, first)) + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /** The first letter of each word in upper case, the others in lower case. */
    static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return out.toString();
    }
}
