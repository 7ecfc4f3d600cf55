package openweights.openness.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import openweights.base.TerminalText;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;

/**
 * Finds what may restrict a release beyond its license, for somebody to read. Whether it does is
 * not guessed.
 */
final class FurtherTerms {

    private static final int SHOWN = 160;

    private static final Pattern POLICY =
            Pattern.compile(
                    "(.*/)?([^/]*[_ -])?((acceptable|prohibited)[_ -]?use|use[_ -]?policy|usage[_ -]?policy|terms([_ -]?of[_ -]?(use|service))?)[^/]*\\.(md|txt|pdf|html)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern RESTRICTION =
            Pattern.compile(
                    "non-?\\s?commercial|not for commercial|no commercial use|research (use|purposes?) only|only for (academic|research)|academic (use|purposes?) only|for research (use|purposes?)");

    private FurtherTerms() {}

    /** Each a finding; none if the license is known to be restricted anyway. */
    static List<String> in(ModelCard card, List<String> files, LicenseTerms terms) {
        List<String> findings = new ArrayList<>();
        if (terms.license().isPresent() && !terms.license().filter(License::free).isPresent()) {
            return findings;
        }
        for (String base : card.bases()) {
            findings.add(
                    "The model card says that this model was made from %s, whose license may hold for it too. Read it."
                            .formatted(base));
        }
        if (!card.gate().isEmpty()) {
            findings.add(
                    "The model card asks users to agree to terms (extra_gated_prompt). Read it.");
        }
        card.prose()
                .lines()
                .filter(line -> RESTRICTION.matcher(line.toLowerCase(Locale.ROOT)).find())
                .findFirst()
                .map(line -> TerminalText.printable(line.strip(), SHOWN))
                .ifPresent(
                        line ->
                                findings.add(
                                        "The model card's text seems to restrict use: \"%s\". Read it."
                                                .formatted(line)));
        files.stream()
                .filter(file -> POLICY.matcher(file).matches())
                .forEach(
                        file ->
                                findings.add(
                                        file + ": may restrict use beyond the license. Read it."));
        return findings;
    }
}
