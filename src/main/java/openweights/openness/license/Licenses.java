package openweights.openness.license;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The licenses that are known, from {@code licenses.yaml}.
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

    /** By SPDX identifier, by our own, or by a model card's name for it; case does not count. */
    public Optional<License> named(String name) {
        return all.stream()
                .filter(
                        license ->
                                license.id().equalsIgnoreCase(name)
                                        || license.hub().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Which license a text is. A text that names a license but has other words than it is not that
     * license.
     */
    public Recognition recognize(String text) {
        for (License license : all) {
            if (license.texts().contains(Fingerprint.of(text, license.titles()))) {
                return Recognition.of(license, "the text of " + license + ", word for word");
            }
        }
        String words = " " + Fingerprint.words(text) + " ";
        return all.stream()
                .filter(license -> marked(words, license))
                .findFirst()
                .map(
                        license ->
                                Recognition.of(
                                        license,
                                        "names itself "
                                                + license.name()
                                                + "; its wording was not compared"))
                .orElseGet(() -> altered(text, words));
    }

    private static boolean marked(String words, License license) {
        return !license.marks().isEmpty()
                && license.marks().stream()
                        .allMatch(mark -> words.contains(" " + Fingerprint.words(mark) + " "));
    }

    /** A text that names a license with a fingerprint, and is another one. */
    private Recognition altered(String text, String words) {
        for (License license : all) {
            for (Fingerprint known : license.texts()) {
                if (words.contains(" " + Fingerprint.words(license.name()) + " ")
                        || license.titles().stream().anyMatch(title -> heads(words, title))) {
                    int found = Fingerprint.of(text, license.titles()).words();
                    return Recognition.unknown(
                            "names "
                                    + license
                                    + " but has other words than it ("
                                    + found
                                    + " words; "
                                    + license
                                    + " has "
                                    + known.words()
                                    + "). Read it");
                }
            }
        }
        return Recognition.unknown(
                "a text of "
                        + (words.isBlank() ? 0 : words.strip().split(" ").length)
                        + " words that is no license known here. Read it");
    }

    private static boolean heads(String words, String title) {
        String name = Fingerprint.words(title);
        return name.contains(" ") && words.startsWith(" " + name + " ");
    }

    private static List<License> read() {
        try (InputStream in = Licenses.class.getResourceAsStream(FILE)) {
            return YAMLMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is damaged: " + e.getMessage(), e);
        }
    }
}
