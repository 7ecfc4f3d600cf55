package openweights.engine.token.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A character class in brackets. Inner brackets join: {@code [a[bc]]} is {@code [abc]}; {@code &&}
 * intersects.
 */
final class OnigurumaClass {

    private final Oniguruma regex;

    OnigurumaClass(Oniguruma regex) {
        this.regex = regex;
    }

    /**
     * Reads from {@code [} to its {@code ]} and writes the same set for Java.
     *
     * @param ignoreCase whether to add the other cases of all members: to the whole set, after its
     *     inner brackets and intersections and before its own {@code ^}, as Oniguruma does it
     */
    String translate(boolean ignoreCase) {
        regex.enter();
        regex.at++;
        boolean negated = regex.next('^');
        List<String> intersected = new ArrayList<>();
        StringBuilder union = new StringBuilder();
        for (boolean first = true; first || !regex.next(']'); first = false) {
            if (regex.source.startsWith("&&", regex.at)) {
                regex.at += 2;
                intersected.add(union.toString());
                union.setLength(0);
            } else {
                union.append(member());
            }
        }
        intersected.add(union.toString());
        regex.leave();
        String set = intersection(intersected);
        String otherCases = ignoreCase ? CaseFolding.missingVariants("[" + set + "]") : "";
        if (!otherCases.isEmpty()) {
            set = "[" + set + "]" + otherCases;
        }
        return (negated ? "[^" : "[") + set + "]";
    }

    private String intersection(List<String> unions) {
        if (unions.size() == 1) {
            return unions.get(0);
        }
        StringBuilder set = new StringBuilder();
        for (String union : unions) {
            if (union.isEmpty()) {
                throw regex.wrong("one side of && is empty");
            }
            set.append(set.length() == 0 ? "" : "&&").append('[').append(union).append(']');
        }
        return set.toString();
    }

    private String member() {
        if (regex.at >= regex.source.length()) {
            throw regex.wrong("a [ is not closed");
        }
        if (regex.source.startsWith("[:", regex.at)) {
            String named = posixBracket();
            if (named != null) {
                return named;
            }
        }
        if (regex.source.charAt(regex.at) == '[') {
            return new OnigurumaClass(regex).translate(false);
        }
        CharacterProperty property =
                regex.source.charAt(regex.at) == '\\'
                        ? OnigurumaEscape.property(regex, true)
                        : null;
        return property != null ? property.asClass(regex.withYoungCharacters) : range();
    }

    /** {@code [:alpha:]} or {@code [:^alpha:]}; null if it is something else. */
    private @Nullable String posixBracket() {
        int end = regex.source.indexOf(":]", regex.at);
        String name = end < 0 ? "" : regex.source.substring(regex.at + 2, end);
        boolean negated = name.startsWith("^");
        if (!name.matches("\\^?[a-z]+")) {
            return null;
        }
        CharacterProperty property = CharacterProperty.bracket(negated ? name.substring(1) : name);
        if (property == null) {
            throw regex.wrong("[:" + name + ":] is not supported");
        }
        regex.at = end + 2;
        return (negated ? property.negate() : property).asClass(regex.withYoungCharacters);
    }

    private String range() {
        int low = character();
        int high = low;
        String source = regex.source;
        boolean dash =
                regex.at + 1 < source.length()
                        && source.charAt(regex.at) == '-'
                        && source.charAt(regex.at + 1) != ']'
                        && source.charAt(regex.at + 1) != '['
                        && !source.startsWith("&&", regex.at + 1);
        if (dash) {
            int before = regex.at++;
            if (source.charAt(regex.at) == '\\' && OnigurumaEscape.property(regex, true) != null) {
                regex.at = before;
            } else {
                high = character();
            }
        }
        if (high < low) {
            throw regex.wrong("a range ends before it begins");
        }
        return Oniguruma.quoted(low) + (high > low ? "-" + Oniguruma.quoted(high) : "");
    }

    private int character() {
        if (regex.at + 1 < regex.source.length() && regex.source.charAt(regex.at) == '\\') {
            if (regex.source.charAt(regex.at + 1) == 'b') {
                regex.at += 2;
                return '\b';
            }
            return OnigurumaEscape.character(regex);
        }
        int codePoint = regex.source.codePointAt(regex.at);
        regex.at += Character.charCount(codePoint);
        return codePoint;
    }
}
