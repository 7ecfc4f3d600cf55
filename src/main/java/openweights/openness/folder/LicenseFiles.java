package openweights.openness.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;
import openweights.openness.license.Recognition;

/**
 * Determines the license from the model card's metadata and from the license texts beside it. Many
 * components share a text, which is compared with all known licenses once.
 */
public final class LicenseFiles {

    private static final Pattern MAIN =
            Pattern.compile("(licen[cs]e|copying)(\\.(txt|md))?", Pattern.CASE_INSENSITIVE);

    /** What the hub's cards say if the license has no name there. */
    private static final Set<String> SILENT = Set.of("other", "unknown");

    /** Longer than any license. */
    private static final long MAX_BYTES = 1 << 18;

    private final Path folder;
    private final Map<String, Recognition> recognized = new HashMap<>();

    /** For the texts in a release's folder. */
    public LicenseFiles(Path folder) {
        this.folder = folder;
    }

    /** The license of all components that have none of their own. */
    LicenseTerms ofAll(List<String> files, ModelCard card, List<String> findings) {
        Optional<LicenseTerms> text = mainText(files, findings);
        Optional<LicenseTerms> tag = tag(card, text.isPresent(), findings);
        if (text.isEmpty() || tag.isEmpty()) {
            return text.or(() -> tag).orElseGet(LicenseTerms::none);
        }
        boolean silent = card.licenses().size() == 1 && tag.get().license().isEmpty();
        if (silent) { // such as "other": only the text tells
            return text.get();
        }
        return agreed(tag.get(), text.get(), findings);
    }

    /** Recognizes the license text in a file. */
    public Recognition text(String file) {
        return recognized.computeIfAbsent(file, name -> recognize(folder.resolve(name)));
    }

    private static Recognition recognize(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                return Recognition.unknown("is too long for a license");
            }
            return Licenses.known().recognize(TextBytes.decode(Files.readAllBytes(path)));
        } catch (IOException e) {
            return Recognition.unknown("cannot be read (" + e.getMessage() + ")");
        }
    }

    private Optional<LicenseTerms> mainText(List<String> files, List<String> findings) {
        List<String> texts = files.stream().filter(file -> MAIN.matcher(file).matches()).toList();
        List<LicenseTerms> terms = new ArrayList<>();
        for (String file : texts) {
            Recognition found = text(file);
            terms.add(new LicenseTerms(found.license(), file + ": " + found.how()));
            if (found.license().isEmpty() || !found.lacking().isEmpty()) {
                findings.add(
                        file
                                + ": "
                                + found.how()
                                + (found.lacking().isEmpty() ? "." : ". Read it."));
            }
        }
        return terms.stream().reduce((one, other) -> agreed(one, other, findings));
    }

    private static Optional<LicenseTerms> tag(ModelCard card, boolean text, List<String> findings) {
        if (card.licenses().isEmpty()) {
            return Optional.empty();
        }
        if (card.licenses().size() > 1) {
            String all = String.join(", ", card.licenses());
            findings.add(
                    "The model card names several licenses ("
                            + all
                            + ") but not which one applies.");
            return Optional.of(LicenseTerms.unknown("the model card names " + all));
        }
        String name = card.licenses().get(0);
        Optional<License> known = Licenses.known().named(name).or(() -> restricted(card));
        String stated = card.licenseName().map(n -> name + ", \"" + n + "\"").orElse(name);
        if (known.isEmpty() && !(text && SILENT.contains(name.toLowerCase(Locale.ROOT)))) {
            findings.add(unknownName(stated, text));
        }
        return Optional.of(new LicenseTerms(known, "the model card says " + stated));
    }

    private static String unknownName(String stated, boolean text) {
        return "The model card names the license "
                + stated
                + ", which is not known here"
                + (text
                        ? "; a text of a license lies beside it. Read both."
                        : ", and the folder does not contain its text.");
    }

    /** What {@code license_name} says is followed if it makes a model less open, never more. */
    private static Optional<License> restricted(ModelCard card) {
        return card.licenseName()
                .flatMap(Licenses.known()::named)
                .filter(license -> !license.free());
    }

    private static LicenseTerms agreed(
            LicenseTerms one, LicenseTerms other, List<String> findings) {
        if (one.license().equals(other.license())) {
            return new LicenseTerms(one.license(), one.evidence() + "; " + other.evidence());
        }
        if (one.license().isEmpty()
                || other.license().isEmpty()) { // one of them is a finding already
            return LicenseTerms.unknown(one.evidence() + "; " + other.evidence());
        }
        String both = one.evidence() + ", but " + other.evidence();
        findings.add("Two licenses contradict each other: " + both + ".");
        return LicenseTerms.unknown(both);
    }
}
