package openweights.engine.token.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named set of characters, such as the letters.
 *
 * @param members its members, as Java's brackets list them
 * @param young the lists of {@link UnicodeDifferences} that belong to it: general categories, or
 *     the first letter of several
 */
record CharacterProperty(String members, List<String> young, boolean negated) {

    static final CharacterProperty SPACE =
            of(
                    "\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}");
    static final CharacterProperty DIGIT = category("Nd");
    static final CharacterProperty HEX_DIGIT = of("0-9A-Fa-f");
    private static final CharacterProperty ALPHABETIC = of("\\p{IsAlphabetic}", "Alphabetic");

    /** What {@code \w} means between brackets. */
    static final CharacterProperty WORD_IN_BRACKETS =
            ALPHABETIC.and(category("M")).and(DIGIT).and(category("Pc"));

    /** What {@code \w} means elsewhere: ² ³ ¹ ¼ ½ ¾ too, a quirk of Oniguruma. */
    static final CharacterProperty WORD = WORD_IN_BRACKETS.and(of("\\xb2\\xb3\\xb9\\xbc-\\xbe"));

    private static final List<String> CATEGORIES =
            List.of(
                    "L Letter",
                    "Lu Uppercase_Letter",
                    "Ll Lowercase_Letter",
                    "Lt Titlecase_Letter",
                    "Lm Modifier_Letter",
                    "Lo Other_Letter",
                    "M Mark",
                    "Mn Nonspacing_Mark",
                    "Mc Spacing_Mark",
                    "Me Enclosing_Mark",
                    "N Number",
                    "Nd Decimal_Number",
                    "Nl Letter_Number",
                    "No Other_Number",
                    "P Punctuation Punct",
                    "Pc Connector_Punctuation",
                    "Pd Dash_Punctuation",
                    "Ps Open_Punctuation",
                    "Pe Close_Punctuation",
                    "Pi Initial_Punctuation",
                    "Pf Final_Punctuation",
                    "Po Other_Punctuation",
                    "S Symbol",
                    "Sm Math_Symbol",
                    "Sc Currency_Symbol",
                    "Sk Modifier_Symbol",
                    "So Other_Symbol",
                    "Z Separator",
                    "Zs Space_Separator",
                    "Zl Line_Separator",
                    "Zp Paragraph_Separator",
                    "Cc Control Cntrl",
                    "Cf Format",
                    "Co Private_Use");

    private static final Map<String, CharacterProperty> NAMED = new HashMap<>();
    private static final Map<String, CharacterProperty> BRACKETS = new HashMap<>();

    static {
        for (String names : CATEGORIES) {
            for (String name : names.split(" ")) {
                NAMED.put(key(name), category(names.substring(0, names.indexOf(' '))));
            }
        }
        NAMED.put("any", of("\\x{0}-\\x{10ffff}"));
        NAMED.put("whitespace", SPACE);
        NAMED.put("alphabetic", ALPHABETIC);
        NAMED.put("uppercase", of("\\p{IsUppercase}", "Uppercase"));
        NAMED.put("lowercase", of("\\p{IsLowercase}", "Lowercase"));

        BRACKETS.put("space", SPACE);
        BRACKETS.put("word", WORD_IN_BRACKETS);
        BRACKETS.put("digit", DIGIT);
        BRACKETS.put("xdigit", HEX_DIGIT);
        BRACKETS.put("alpha", ALPHABETIC);
        BRACKETS.put("alnum", ALPHABETIC.and(DIGIT));
        BRACKETS.put("upper", NAMED.get("uppercase"));
        BRACKETS.put("lower", NAMED.get("lowercase"));
        BRACKETS.put("cntrl", NAMED.get("cc"));
        BRACKETS.put("ascii", of("\\x00-\\x7f"));
        BRACKETS.put("blank", of("\\t").and(category("Zs")));
        BRACKETS.put("punct", category("P").and(category("S")));
    }

    /**
     * What {@code \p{name}} means; ignores case, spaces, {@code _} and {@code -}. Null if unknown.
     */
    static @Nullable CharacterProperty named(String name) {
        CharacterProperty property = NAMED.getOrDefault(key(name), BRACKETS.get(key(name)));
        return property != null ? property : script(name.strip());
    }

    /** What {@code [[:name:]]} means; null if unknown. */
    static @Nullable CharacterProperty bracket(String name) {
        return BRACKETS.get(name);
    }

    private static @Nullable CharacterProperty script(String name) {
        try {
            String script = Character.UnicodeScript.forName(name).name();
            return of("\\p{Is" + script + "}", "script=" + script);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static CharacterProperty of(String members, String... young) {
        return new CharacterProperty(members, List.of(young), false);
    }

    private static CharacterProperty category(String category) {
        return of("\\p{" + category + "}", category);
    }

    private static String key(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    private CharacterProperty and(CharacterProperty other) {
        return of(
                members + other.members,
                Stream.concat(young.stream(), other.young.stream()).toArray(String[]::new));
    }

    CharacterProperty negate() {
        return new CharacterProperty(members, young, !negated);
    }

    /** As a class in brackets, which can be nested in other brackets. */
    String asClass(boolean withYoungCharacters) {
        StringBuilder set = new StringBuilder(negated ? "[^" : "[").append(members);
        if (withYoungCharacters) {
            young.forEach(name -> appendRuns(UnicodeDifferences.young(name), set));
        }
        return set.append(']').toString();
    }

    private static void appendRuns(BitSet characters, StringBuilder set) {
        for (int first = characters.nextSetBit(0); first >= 0; ) {
            int end = characters.nextClearBit(first);
            set.append(Oniguruma.quoted(first)).append('-').append(Oniguruma.quoted(end - 1));
            first = characters.nextSetBit(end);
        }
    }
}
