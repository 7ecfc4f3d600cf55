package openweights.token.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A named set of characters, such as the letters.
 *
 * @param members what stands for it between Java's brackets
 * @param categories the general categories it consists of, for characters younger than the JDK;
 *     empty if it has none of those
 */
record CharacterProperty(String members, String categories, boolean negated) {

    static final CharacterProperty SPACE =
            of(
                    "\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}");
    static final CharacterProperty DIGIT = category("Nd");
    static final CharacterProperty WORD = category("L M Nd Pc");
    static final CharacterProperty HEX_DIGIT = of("0-9A-Fa-f");

    private static final Map<String, CharacterProperty> NAMED = new HashMap<>();

    static {
        String[] categories = {
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
            "P Punctuation",
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
            "Cc Control",
            "Cf Format",
            "Co Private_Use"
        };
        for (String names : categories) {
            for (String name : names.split(" ")) {
                NAMED.put(key(name), category(names.substring(0, names.indexOf(' '))));
            }
        }
        NAMED.put("space", SPACE);
        NAMED.put("whitespace", SPACE);
        NAMED.put("word", WORD);
        NAMED.put("digit", DIGIT);
        NAMED.put("xdigit", HEX_DIGIT);
        NAMED.put("alpha", of("\\p{IsAlphabetic}"));
        NAMED.put("alphabetic", of("\\p{IsAlphabetic}"));
        NAMED.put("alnum", of("\\p{IsAlphabetic}\\p{Nd}"));
        NAMED.put("upper", of("\\p{IsUppercase}"));
        NAMED.put("uppercase", of("\\p{IsUppercase}"));
        NAMED.put("lower", of("\\p{IsLowercase}"));
        NAMED.put("lowercase", of("\\p{IsLowercase}"));
        NAMED.put("cntrl", category("Cc"));
        NAMED.put("ascii", of("\\x00-\\x7f"));
        NAMED.put("any", of("\\x{0}-\\x{10ffff}"));
        NAMED.put("blank", of("\\t\\p{Zs}"));
        NAMED.put("punct", of("\\p{P}$+<=>^`|~"));
    }

    /** The property of that name, case, spaces, {@code _} and {@code -} aside; null if unknown. */
    static CharacterProperty named(String name) {
        CharacterProperty property = NAMED.get(key(name));
        return property != null ? property : script(name);
    }

    private static CharacterProperty script(String name) {
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name.strip());
            return of("\\p{Is" + script.name() + "}");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static CharacterProperty of(String members) {
        return new CharacterProperty(members, "", false);
    }

    private static CharacterProperty category(String categories) {
        StringBuilder members = new StringBuilder();
        for (String category : categories.split(" ")) {
            members.append("\\p{").append(category).append('}');
        }
        return new CharacterProperty(members.toString(), categories, false);
    }

    private static String key(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    CharacterProperty negate() {
        return new CharacterProperty(members, categories, !negated);
    }

    /** As a class in brackets, which may stand inside of other brackets too. */
    String asClass(boolean withYoungCharacters) {
        String young = withYoungCharacters ? YoungCharacters.members(categories) : "";
        return (negated ? "[^" : "[") + members + young + "]";
    }
}
