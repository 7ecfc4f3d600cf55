package openweights.release.licence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The licences that are known, from {@code licences.yaml}.
 *
 * <pre>{@code
 * Licences.known().named("apache-2.0").osi();               // yes
 * Licences.known().recognise(Files.readString(file)).how(); // the text of Apache-2.0, word for word
 * }</pre>
 */
public final class Licences {

    private static final String FILE = "/openweights/release/licences.yaml";
    private static final Licences KNOWN = new Licences(read());

    private final List<Licence> all;

    private Licences(List<Licence> all) {
        this.all = all;
    }

    public static Licences known() {
        return KNOWN;
    }

    public List<Licence> all() {
        return all;
    }

    /** By SPDX identifier, by our own, or by a model card's name for it; case does not count. */
    public Optional<Licence> named(String name) {
        return all.stream()
                .filter(
                        licence ->
                                licence.id().equalsIgnoreCase(name)
                                        || licence.hub().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * Which licence a text is. A text that names a licence but has other words than it is not that
     * licence.
     */
    public Recognition recognise(String text) {
        for (Licence licence : all) {
            if (licence.texts().contains(Fingerprint.of(text, licence.titles()))) {
                return Recognition.of(licence, "the text of " + licence + ", word for word");
            }
        }
        String words = " " + Fingerprint.words(text) + " ";
        return all.stream()
                .filter(licence -> marked(words, licence))
                .findFirst()
                .map(
                        licence ->
                                Recognition.of(
                                        licence,
                                        "names itself "
                                                + licence.name()
                                                + "; its wording was not compared"))
                .orElseGet(() -> altered(text, words));
    }

    private static boolean marked(String words, Licence licence) {
        return !licence.marks().isEmpty()
                && licence.marks().stream()
                        .allMatch(mark -> words.contains(" " + Fingerprint.words(mark) + " "));
    }

    /** A text that names a licence with a fingerprint, and is another one. */
    private Recognition altered(String text, String words) {
        for (Licence licence : all) {
            for (Fingerprint known : licence.texts()) {
                if (words.contains(" " + Fingerprint.words(licence.name()) + " ")
                        || licence.titles().stream().anyMatch(title -> heads(words, title))) {
                    int found = Fingerprint.of(text, licence.titles()).words();
                    return Recognition.unknown(
                            "names "
                                    + licence
                                    + " but has other words than it ("
                                    + found
                                    + " words; "
                                    + licence
                                    + " has "
                                    + known.words()
                                    + "). Read it");
                }
            }
        }
        return Recognition.unknown(
                "a text of "
                        + (words.isBlank() ? 0 : words.strip().split(" ").length)
                        + " words that is no licence known here. Read it");
    }

    private static boolean heads(String words, String title) {
        String name = Fingerprint.words(title);
        return name.contains(" ") && words.startsWith(" " + name + " ");
    }

    private static List<Licence> read() {
        try (InputStream in = Licences.class.getResourceAsStream(FILE)) {
            return YAMLMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build()
                    .readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is damaged: " + e.getMessage(), e);
        }
    }
}
