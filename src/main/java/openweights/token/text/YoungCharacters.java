package openweights.token.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The characters that Unicode 14 to 16 added, so that every JDK cuts a text into the same tokens.
 * JDK 17 knows Unicode 13.
 */
final class YoungCharacters {

    private static final String RESOURCE = "young-characters.txt";

    /** Added by Unicode 16. */
    private static final boolean JDK_KNOWS_ALL = Character.isDefined(0x1C89);

    private static final NavigableMap<Integer, Run> RUNS = read();

    private static final Map<String, Integer> CATEGORIES =
            Map.ofEntries(
                    Map.entry("Lu", (int) Character.UPPERCASE_LETTER),
                    Map.entry("Ll", (int) Character.LOWERCASE_LETTER),
                    Map.entry("Lt", (int) Character.TITLECASE_LETTER),
                    Map.entry("Lm", (int) Character.MODIFIER_LETTER),
                    Map.entry("Lo", (int) Character.OTHER_LETTER),
                    Map.entry("Mn", (int) Character.NON_SPACING_MARK),
                    Map.entry("Mc", (int) Character.COMBINING_SPACING_MARK),
                    Map.entry("Nd", (int) Character.DECIMAL_DIGIT_NUMBER),
                    Map.entry("Nl", (int) Character.LETTER_NUMBER),
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

    private YoungCharacters() {}

    private record Run(int first, int last, String category) {}

    /** Whether a text holds a character that this JDK does not know but newer ones do. */
    static boolean occurIn(String text) {
        if (JDK_KNOWS_ALL) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x61D && isYoung(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isYoung(int codePoint) {
        return Character.getType(codePoint) == Character.UNASSIGNED && run(codePoint) != null;
    }

    /** Bracket members for the young characters of some categories, such as {@code "L Nd"}. */
    static String members(String categories) {
        StringBuilder members = new StringBuilder();
        for (Run run : RUNS.values()) {
            if (!categories.isEmpty()
                    && List.of(categories.split(" ")).stream().anyMatch(run.category::startsWith)) {
                members.append(Oniguruma.quoted(run.first)).append('-');
                members.append(Oniguruma.quoted(run.last));
            }
        }
        return members.toString();
    }

    /** The general category, as in {@link Character#getType(int)}, on every JDK. */
    static int category(int codePoint) {
        int category = Character.getType(codePoint);
        Run run = category == Character.UNASSIGNED ? run(codePoint) : null;
        return run == null ? category : CATEGORIES.get(run.category);
    }

    private static Run run(int codePoint) {
        Map.Entry<Integer, Run> entry = RUNS.floorEntry(codePoint);
        return entry != null && codePoint <= entry.getValue().last ? entry.getValue() : null;
    }

    private static NavigableMap<Integer, Run> read() {
        NavigableMap<Integer, Run> runs = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                YoungCharacters.class.getResourceAsStream(RESOURCE),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(f -> new Run(Integer.parseInt(f[0], 16), Integer.parseInt(f[1], 16), f[2]))
                    .forEach(run -> runs.put(run.first, run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return runs;
    }
}
