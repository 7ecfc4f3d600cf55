package openweights.openness.license;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.YamlResource;
import openweights.openness.license.License.Clause;

/**
 * The known licenses, from {@code licenses.yaml}.
 *
 * <pre>{@code
 * Licenses.known().named("apache-2.0").osi();               // yes
 * Licenses.known().recognize(Files.readString(file)).how(); // the text of Apache-2.0, word for word
 * }</pre>
 */
public final class Licenses {

    private static final String FILE = "/openweights/openness/licenses.yaml";
    private static final Licenses KNOWN = new Licenses(read());

    private final List<License> all;

    private Licenses(List<License> all) {
        this.all = all;
    }

    public static Licenses known() {
        return KNOWN;
    }

    public List<License> all() {
        return all;
    }

    /** The license of an identifier or of a model card's name for it; case does not matter. */
    public Optional<License> named(String name) {
        return all.stream()
                .filter(
                        license ->
                                license.id().equalsIgnoreCase(name)
                                        || license.hub().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Recognizes the text of a license. A text that names a license but differs from it in a word
     * is not that license.
     */
    public Recognition recognize(String text) {
        List<String> lines = Fingerprint.lines(text);
        for (License license : all) {
            if (!license.texts().isEmpty()
                    && license.texts().contains(Fingerprint.of(lines, license))) {
                return Recognition.exact(license);
            }
        }
        String words = " " + Fingerprint.words(text) + " ";
        return all.stream()
                .filter(license -> marked(words, license))
                .findFirst()
                .map(license -> Recognition.byClauses(license, lacking(words, license)))
                .orElseGet(() -> altered(lines, words));
    }

    /** The license under which the maker of a repository of the hub released it, if it is known. */
    public Optional<License> ofRepository(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(
                        license ->
                                license.bases().stream()
                                        .anyMatch(
                                                base ->
                                                        lower.startsWith(
                                                                base.toLowerCase(Locale.ROOT))))
                .max(Comparator.comparingInt(license -> longest(license, lower)));
    }

    private static int longest(License license, String name) {
        return license.bases().stream()
                .filter(base -> name.startsWith(base.toLowerCase(Locale.ROOT)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static List<Clause> lacking(String words, License license) {
        return license.clauses().stream()
                .filter(clause -> !words.contains(" " + Fingerprint.words(clause.words()) + " "))
                .toList();
    }

    private static boolean marked(String words, License license) {
        return !license.marks().isEmpty()
                && license.marks().stream()
                        .allMatch(mark -> words.contains(" " + Fingerprint.words(mark) + " "));
    }

    /** A text that names a known license, but differs from it; of several, the one most like it. */
    private Recognition altered(List<String> lines, String words) {
        Optional<Difference> least =
                all.stream()
                        .filter(license -> names(words, license))
                        .flatMap(license -> Difference.all(lines, license))
                        .min(Comparator.comparingInt(Difference::words));
        return least.map(difference -> Recognition.unknown(difference.toString()))
                .orElseGet(
                        () ->
                                Recognition.unknown(
                                        "a text of "
                                                + (words.isBlank()
                                                        ? 0
                                                        : words.strip().split(" ").length)
                                                + " words that is not a known license. Read it"));
    }

    private record Difference(License license, int found, int expected) {

        static Stream<Difference> all(List<String> lines, License license) {
            int found = Fingerprint.of(lines, license).words();
            return license.texts().stream()
                    .map(known -> new Difference(license, found, known.words()));
        }

        int words() {
            return Math.abs(found - expected);
        }

        @Override
        public String toString() {
            return "names %s but differs from its text (%d words; %s has %d). Read it"
                    .formatted(license, found, license, expected);
        }
    }

    private static boolean names(String words, License license) {
        return words.contains(" " + Fingerprint.words(license.name()) + " ")
                || license.titles().stream().anyMatch(title -> heads(words, title));
    }

    private static boolean heads(String words, String title) {
        String name = Fingerprint.words(title);
        return name.contains(" ") && words.startsWith(" " + name + " ");
    }

    private static List<License> read() {
        return List.of(YamlResource.read(FILE, License[].class));
    }
}
