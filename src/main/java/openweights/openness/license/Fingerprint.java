package openweights.openness.license;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.base.Sha256;

/**
 * The words of a license: how many there are, and their hash. By SPDX's matching guidelines, line
 * breaks, case, punctuation, numbering, comment marks, titles, copyright lines, optional phrases
 * and the names of owners do not count, and spellings such as licence and license are one. Every
 * other word counts, so a license with an extra sentence is a different license. Source:
 * https://spdx.github.io/spdx-spec/v3.0.1/annexes/license-matching-guidelines-and-templates/
 *
 * @param sha256 the hash of the words in lower case, separated by single blanks
 */
public record Fingerprint(int words, String sha256) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NOTICE =
            Pattern.compile(
                    "(copyright\\s*(\\(c\\)|©|[\\[<{(]|\\d{4})|©|\\(c\\)\\s*\\d|all rights reserved\\.?$|spdx-license-identifier:).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("^(//+|/\\*+|\\*+/?|#+|;+|--+)\\s*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<!\\S)\\(?(\\d{1,2}(\\.\\d{1,2})*|[a-z]|[ivx]{1,4})[.)]+(?!\\S)",
                    Pattern.CASE_INSENSITIVE);

    /** The most names of owners that may stand for one. */
    private static final int NAMES = 25;

    /** Spellings that count as one, from SPDX's list. */
    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("acknowledgement", "acknowledgment"),
                    Map.entry("acknowledgements", "acknowledgments"),
                    Map.entry("authorisation", "authorization"),
                    Map.entry("authorised", "authorized"),
                    Map.entry("favour", "favor"),
                    Map.entry("https", "http"),
                    Map.entry("judgement", "judgment"),
                    Map.entry("licence", "license"),
                    Map.entry("licenced", "licensed"),
                    Map.entry("licences", "licenses"),
                    Map.entry("organisation", "organization"),
                    Map.entry("organisations", "organizations"),
                    Map.entry("owner", "holder"),
                    Map.entry("owners", "holders"),
                    Map.entry("sublicence", "sublicense"),
                    Map.entry("whilst", "while"),
                    Map.entry("wilful", "willful"));

    /**
     * The fingerprint of a text, compared with a license: what the license lets vary is left out.
     *
     * @param lines what {@link #lines} found in the text
     */
    static Fingerprint of(List<String> lines, License license) {
        List<String> titles =
                license.titles().stream().map(Fingerprint::bare).map(Fingerprint::words).toList();
        String kept =
                lines.stream()
                        .filter(line -> !titles.contains(line))
                        .collect(Collectors.joining(" ", " ", " "));
        String all = varied(kept, license).strip();
        return new Fingerprint(all.isEmpty() ? 0 : all.split(" ").length, Sha256.of(all));
    }

    /** The words of each line that may count, whatever license a text is compared with. */
    static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !NOTICE.matcher(uncommented(line)).matches())
                .map(line -> words(bare(line)))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** A line without the mark of a comment, and without the numbers and letters of lists. */
    private static String bare(String line) {
        return NUMBER.matcher(uncommented(line)).replaceAll("");
    }

    private static String uncommented(String line) {
        return COMMENT.matcher(line.strip()).replaceFirst("");
    }

    private static String varied(String words, License license) {
        String kept = words;
        for (String phrase : license.optional()) {
            kept = kept.replace(" " + words(phrase) + " ", " ");
        }
        for (License.Variable variable : license.variables()) {
            String before = " " + words(variable.after()) + " ";
            String behind = words(variable.before()) + " ";
            kept =
                    Pattern.compile(before + "(\\S+ ){0," + NAMES + "}?" + behind)
                            .matcher(kept)
                            .replaceAll(before + behind);
        }
        return kept;
    }

    /** The words of a text in lower case and one spelling, separated by single blanks. */
    static String words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(word -> SPELLINGS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
