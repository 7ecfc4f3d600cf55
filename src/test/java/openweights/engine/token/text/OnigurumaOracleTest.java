package openweights.engine.token.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.joni.exception.JOniException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our regular expressions find the same matches as joni, an independent port of Oniguruma: with the
 * patterns of released tokenizers, and with random patterns.
 *
 * <p>Joni is a port of Onigmo, a fork of Oniguruma, and differs from the original in a few points.
 * There we follow the original, the regular expressions of Python's tokenizers 0.23. The random
 * patterns and texts avoid these points:
 *
 * <ul>
 *   <li>{@code [[:punct:]]} contains symbols beyond ASCII, which it does not in joni.
 *   <li>{@code (?i)\p{Lu}} outside of brackets matches uppercase only; in joni, both cases.
 * </ul>
 *
 * <p>Both refuse a {@code -} next to a set in brackets, as in {@code [\w-a]}, which we treat as a
 * literal. A tokenizer with such a pattern does not work elsewhere either.
 *
 * <p>One difference is a limitation of ours: {@code (?i)} matches one character with one character,
 * never {@code ß} with {@code ss}. No known tokenizer needs that. The texts for patterns that
 * ignore case contain no characters with such a form.
 */
class OnigurumaOracleTest {

    private static final int PATTERNS = 1500;
    private static final int TEXTS = 20;

    private static final String CHARACTERS =
            "abcsSſkK\u212aA12٣½² \n\r\t\u00a0\u2028\u0085\u3000éÉiIΣσς中ーあ\u0301_-.'’!$+😀𝒜Жжǅ\u200d\u200b"
                    + "\u00ad\u0000\u000b\u000c\\][🇩ªⅧⅷⓐµμÅå";

    /** Characters that equal a string of several characters when case is ignored. */
    private static final String SEVERAL_WHEN_FOLDED = "ßẞİıﬁŉʰ\u0345";

    /** Characters that joni's tables do not have: they are of Unicode 15, ours of Unicode 16. */
    private static final JoniMatches YOUNG = new JoniMatches("\\p{Cn}");

    static List<TokenizerPatterns.Named> tokenizers() throws IOException {
        return TokenizerPatterns.all();
    }

    @ParameterizedTest
    @MethodSource("tokenizers")
    void tokenizersCutHardTextsAsJoniDoes(TokenizerPatterns.Named pattern) throws IOException {
        Regex ours = Regex.compile(pattern.source());
        JoniMatches joni = new JoniMatches(pattern.source());
        int compared = 0;
        for (JsonNode hard : hardTexts()) {
            String text = Text.of(hard.textValue()).chars();
            if (YOUNG.in(text.getBytes(StandardCharsets.UTF_8)).isEmpty()) {
                compared++;
                assertSame(pattern.source(), ours, joni, text);
            }
        }
        assertTrue(compared > 700, "only " + compared + " texts are old enough");
    }

    private static JsonNode hardTexts() throws IOException {
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(
                                TokenizerPatterns.TOKENIZERS.resolve("texts.json.gz")))) {
            return new JsonMapper().readTree(in);
        }
    }

    @Test
    void randomPatternsFindWhatJoniFinds() {
        Random random = new Random(1);
        RandomPattern patterns = new RandomPattern(random);
        int compared = 0;
        for (int i = 0; i < PATTERNS; i++) {
            String pattern = patterns.next();
            Optional<JoniMatches> joni = joni(pattern);
            if (joni.isPresent()) {
                compared++;
                Regex ours = Regex.compile(pattern);
                for (int k = 0; k < TEXTS; k++) {
                    assertSame(pattern, ours, joni.get(), text(random, patterns.ignoresCase()));
                }
            }
        }
        assertTrue(compared > 0.98 * PATTERNS, "joni accepts only " + compared);
    }

    private static Optional<JoniMatches> joni(String pattern) {
        try {
            return Optional.of(new JoniMatches(pattern));
        } catch (JOniException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // see the class comment; the index is joni's own slip
        }
    }

    private static String text(Random random, boolean ignoresCase) {
        int[] choices =
                (ignoresCase ? CHARACTERS : CHARACTERS + SEVERAL_WHEN_FOLDED)
                        .codePoints()
                        .toArray();
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(9); more > 0; more--) {
            text.appendCodePoint(choices[random.nextInt(choices.length)]);
        }
        return text.toString();
    }

    /**
     * Cases found by random patterns; the expected matches are those of Python's tokenizers 0.23.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // A match neither begins nor looks back inside of a character of two chars.
                "(?<!1) ~ 1😀2 ~ 0-0 5-5 6-6",
                "(?<=\\p{Lu}) ~ 𝒜a ~ 4-4",
                // Case is ignored for a set as a whole, whatever is in its inner brackets.
                "(?i)[[^k]]+ ~ akb ~ 0-3",
                "(?i)[^k]+ ~ akb ~ 0-1 2-3",
                "(?i)[\\p{Lu}]+ ~ aB1 ~ 0-2",
                "(?i)\\p{Lu}+ ~ aB1 ~ 1-2",
                "(?i)[a-z&&K]+ ~ `aKk` ~ ``",
                "[s-&&\\S] ~ s- ~ 0-1 1-2",
                "[[:punct:]] ~ 🇩 ~ 0-4"
            })
    void findsWhatTheOriginalFinds(String pattern, String text, String expected) {
        assertEquals(expected, String.join(" ", ours(Regex.compile(pattern), text)));
    }

    private static void assertSame(String pattern, Regex ours, JoniMatches joni, String text) {
        assertEquals(
                joni.in(text.getBytes(StandardCharsets.UTF_8)),
                ours(ours, text),
                () -> pattern + " in \"" + text + "\"");
    }

    /** Our matches as {@code start-end} in UTF-8 bytes. */
    private static List<String> ours(Regex regex, String text) {
        int[] bytes = byteOffsets(text);
        List<String> found = new ArrayList<>();
        for (Finder.Matches matches = regex.in(text); matches.next(); ) {
            found.add(bytes[matches.start()] + "-" + bytes[matches.end()]);
        }
        return found;
    }

    /** The UTF-8 offset of each char of a text; -1 inside of a character. */
    private static int[] byteOffsets(String text) {
        int[] offsets = new int[text.length() + 1];
        int offset = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            offsets[i++] = offset;
            if (Character.isSupplementaryCodePoint(codePoint)) {
                offsets[i++] = -1;
            }
            offset += Utf8.length(codePoint);
        }
        offsets[text.length()] = offset;
        return offsets;
    }
}
