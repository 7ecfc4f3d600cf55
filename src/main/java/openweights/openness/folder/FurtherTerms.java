package openweights.openness.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import openweights.base.TerminalText;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;

/**
 * Finds what may restrict a release beyond its license, for somebody to read. Whether it does is
 * not guessed.
 */
final class FurtherTerms {

    private static final int SHOWN = 160;

    /** A merged model has a handful of bases; a longer list would drown all else. */
    private static final int MOST = 10;

    private static final Pattern POLICY =
            Pattern.compile(
                    "(.*/)?([^/]*[_ -])?((acceptable|prohibited)[_ -]?use|use[_ -]?policy|usage[_ -]?policy|terms([_ -]?of[_ -]?(use|service))?)[^/]*\\.(md|txt|pdf|html)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern RESTRICTION =
            Pattern.compile(
                    "non-?\\s?commercial|not for commercial|no commercial use|research (use|purposes?) only|only for (academic|research)|academic (use|purposes?) only|for research (use|purposes?)");

    private FurtherTerms() {}

    /**
     * Each a finding. If the license is known to be restricted, only a base with other terms
     * counts.
     */
    static List<String> in(ModelCard card, List<String> files, LicenseTerms terms) {
        List<String> findings = new ArrayList<>();
        boolean restricted = terms.license().filter(license -> !license.free()).isPresent();
        List<String> bases = card.bases().stream().distinct().toList();
        bases.stream()
                .limit(MOST)
                .forEach(base -> base(base, terms, restricted).ifPresent(findings::add));
        if (bases.size() > MOST) {
            findings.add(
                    "The model card names %d models that this one was made from; the first %d were compared."
                            .formatted(bases.size(), MOST));
        }
        if (restricted) {
            return findings;
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

    /** What a model was made from may bind it too. */
    private static Optional<String> base(String name, LicenseTerms own, boolean restricted) {
        Optional<License> theirs = Licenses.known().ofRepository(name);
        if (theirs.isPresent() && theirs.equals(own.license())) {
            return Optional.empty();
        }
        String made = "The model card says that this model was made from " + name;
        if (theirs.isEmpty()) {
            return restricted
                    ? Optional.empty()
                    : Optional.of(made + ", whose license may hold for it too. Read it.");
        }
        License license = theirs.get();
        if (license.free()) {
            return Optional.empty();
        }
        return Optional.of(
                made
                        + ", which its maker released under "
                        + license.name()
                        + " ("
                        + String.join("; ", license.restrictions())
                        + "). Read whether these terms hold for this model too.");
    }
}
