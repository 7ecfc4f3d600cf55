package openweights.openness.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import openweights.base.Sha256;

/**
 * The words of a license: how many there are, and their hash. Line breaks, punctuation, titles and
 * copyright lines do not count; every other word does, so a license with an extra sentence is a
 * different license.
 *
 * @param sha256 the hash of the words in lower case, separated by single blanks
 */
public record Fingerprint(int words, String sha256) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NOTICE =
            Pattern.compile(
                    "(copyright\\s*(\\(c\\)|©|[\\[<{(]|\\d{4})|©|\\(c\\)\\s*\\d|all rights reserved\\.?$|spdx-license-identifier:).*",
                    Pattern.CASE_INSENSITIVE);

    /** The fingerprint of a text; lines that are one of the titles do not count. */
    static Fingerprint of(String text, List<String> titles) {
        List<String> names = titles.stream().map(Fingerprint::words).toList();
        List<String> kept = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            String words = words(line);
            boolean counts = !words.isEmpty() && !names.contains(words);
            if (counts && !NOTICE.matcher(line).matches()) {
                kept.add(words);
            }
        }
        String all = String.join(" ", kept);
        return new Fingerprint(all.isEmpty() ? 0 : all.split(" ").length, Sha256.of(all));
    }

    /** The words of a text in lower case, separated by single blanks. */
    static String words(String text) {
        return String.join(
                " ",
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }
}
