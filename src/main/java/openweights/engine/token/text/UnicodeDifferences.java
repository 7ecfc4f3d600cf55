package openweights.engine.token.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Characters whose properties differ between Unicode versions. Tokenizers are defined by programs
 * with Unicode tables of different versions; with these lists, every JDK splits a text as they do.
 */
final class UnicodeDifferences {

    private static final String RESOURCE = "unicode-differences.txt";

    private static final BitSet NONE = new BitSet();

    /** Properties and their characters, as listed in the resource. */
    private static final Map<String, BitSet> PROPERTIES = read();

    private static final Map<String, Integer> CATEGORIES =
            Map.ofEntries(
                    Map.entry("Lu", (int) Character.UPPERCASE_LETTER),
                    Map.entry("Ll", (int) Character.LOWERCASE_LETTER),
                    Map.entry("Lm", (int) Character.MODIFIER_LETTER),
                    Map.entry("Lo", (int) Character.OTHER_LETTER),
                    Map.entry("Mn", (int) Character.NON_SPACING_MARK),
                    Map.entry("Mc", (int) Character.COMBINING_SPACING_MARK),
                    Map.entry("Nd", (int) Character.DECIMAL_DIGIT_NUMBER),
                    Map.entry("No", (int) Character.OTHER_NUMBER),
                    Map.entry("Po", (int) Character.OTHER_PUNCTUATION),
                    Map.entry("Pd", (int) Character.DASH_PUNCTUATION),
                    Map.entry("Ps", (int) Character.START_PUNCTUATION),
                    Map.entry("Pe", (int) Character.END_PUNCTUATION),
                    Map.entry("Sc", (int) Character.CURRENCY_SYMBOL),
                    Map.entry("Sk", (int) Character.MODIFIER_SYMBOL),
                    Map.entry("Sm", (int) Character.MATH_SYMBOL),
                    Map.entry("So", (int) Character.OTHER_SYMBOL),
                    Map.entry("Cf", (int) Character.FORMAT));

    /** Young characters and their categories; none on a JDK with Unicode 16. */
    private static final Map<Integer, Integer> YOUNG_CATEGORIES = new HashMap<>();

    private static final Map<Integer, Integer> LOWER = new HashMap<>();

    /** Characters that this JDK's tables do not have. */
    private static final BitSet YOUNG = new BitSet();

    static {
        PROPERTIES.forEach(
                (property, characters) -> {
                    if (property.startsWith("lower")) {
                        int distance = Integer.parseInt(property.substring(5));
                        characters.stream().forEach(c -> LOWER.put(c, c + distance));
                    }
                });
        if (!Character.isDefined(0x1C89)) {
            addYoung();
        }
    }

    private UnicodeDifferences() {}

    private static void addYoung() {
        CATEGORIES.forEach(
                (name, category) ->
                        property(name).stream().forEach(c -> YOUNG_CATEGORIES.put(c, category)));
        PROPERTIES.forEach(
                (property, characters) -> {
                    if (Character.isUpperCase(property.charAt(0)) || property.contains("=")) {
                        YOUNG.or(characters);
                    }
                });
    }

    /** The characters of a property. */
    static BitSet property(String name) {
        return PROPERTIES.getOrDefault(name, NONE);
    }

    /**
     * The characters of a property, or, for a single letter, of all categories that begin with it.
     */
    static BitSet young(String name) {
        BitSet characters = (BitSet) property(name).clone();
        CATEGORIES.keySet().stream()
                .filter(category -> name.length() == 1 && category.startsWith(name))
                .forEach(category -> characters.or(property(category)));
        return characters;
    }

    /** Whether a text contains a character that this JDK's regular expressions classify wrongly. */
    static boolean misjudged(String text) {
        if (YOUNG.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF && YOUNG.get(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The general category, as {@link Character#getType(int)}, by Unicode 16 at least. */
    static int category(int codePoint) {
        int category = Character.getType(codePoint);
        return category == Character.UNASSIGNED
                ? YOUNG_CATEGORIES.getOrDefault(codePoint, category)
                : category;
    }

    /** The lowercase form of a single character. */
    static int lower(int codePoint) {
        int lower = Character.toLowerCase(codePoint);
        return lower == codePoint && codePoint > 0xFF
                ? LOWER.getOrDefault(codePoint, codePoint)
                : lower;
    }

    private static Map<String, BitSet> read() {
        Map<String, BitSet> properties = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                UnicodeDifferences.class.getResourceAsStream(RESOURCE),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split(" ");
                    properties.put(fields[0], runs(fields));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** {@code "Lo 870-872 88F"}: characters in hexadecimal. */
    private static BitSet runs(String[] fields) {
        BitSet characters = new BitSet();
        for (int i = 1; i < fields.length; i++) {
            String[] ends = fields[i].split("-");
            int first = Integer.parseInt(ends[0], 16);
            int last = Integer.parseInt(ends[ends.length - 1], 16);
            characters.set(first, last + 1);
        }
        return characters;
    }
}
