package openweights.openness.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;
import openweights.openness.license.Recognition;

/** Which license holds, by the model card's metadata and by the texts that lie beside it. */
public final class LicenseFiles {

    private static final Pattern MAIN =
            Pattern.compile("(licen[cs]e|copying)(\\.(txt|md))?", Pattern.CASE_INSENSITIVE);

    /** No license is longer. */
    private static final long LONGEST = 1 << 20;

    private LicenseFiles() {}

    /** The terms of all parts that have none of their own. */
    static LicenseTerms ofAll(
            Path folder, List<String> files, ModelCard card, List<String> findings) {
        Optional<LicenseTerms> text = mainText(folder, files, findings);
        Optional<LicenseTerms> tag = tag(card, text.isPresent(), findings);
        if (text.isEmpty() || tag.isEmpty()) {
            return text.or(() -> tag).orElseGet(LicenseTerms::none);
        }
        boolean silent = card.licenses().size() == 1 && tag.get().license().isEmpty();
        if (silent) { // such as "other": only the text can say
            return text.get();
        }
        return agreed(tag.get(), text.get(), findings);
    }

    /** What a license's text is; a finding if it cannot be told. */
    public static Recognition text(Path folder, String file) {
        Path path = folder.resolve(file);
        try {
            if (Files.size(path) > LONGEST) {
                return new Recognition(Optional.empty(), "is too long for a license");
            }
            byte[] bytes = Files.readAllBytes(path);
            return Licenses.known().recognize(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Recognition(Optional.empty(), "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Optional<LicenseTerms> mainText(
            Path folder, List<String> files, List<String> findings) {
        List<String> texts = files.stream().filter(file -> MAIN.matcher(file).matches()).toList();
        List<LicenseTerms> terms = new ArrayList<>();
        for (String file : texts) {
            Recognition found = text(folder, file);
            terms.add(new LicenseTerms(found.license(), file + ": " + found.how()));
            if (found.license().isEmpty()) {
                findings.add(file + ": " + found.how() + ".");
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
                    "The model card names several licenses (" + all + ") and not which holds.");
            return Optional.of(LicenseTerms.unknown("the model card names " + all));
        }
        String name = card.licenses().get(0);
        Optional<License> known = Licenses.known().named(name);
        String said = card.licenseName().map(n -> name + ", \"" + n + "\"").orElse(name);
        if (known.isEmpty() && !text) {
            findings.add(
                    "The model card names the license "
                            + said
                            + ", which is not known here, and its text is not in the folder.");
        }
        return Optional.of(new LicenseTerms(known, "the model card says " + said));
    }

    private static LicenseTerms agreed(
            LicenseTerms one, LicenseTerms other, List<String> findings) {
        if (one.license().equals(other.license())) {
            return new LicenseTerms(one.license(), one.evidence() + "; " + other.evidence());
        }
        String both = one.evidence() + ", but " + other.evidence();
        findings.add("Two licenses contradict each other: " + both + ".");
        return LicenseTerms.unknown(both);
    }
}
