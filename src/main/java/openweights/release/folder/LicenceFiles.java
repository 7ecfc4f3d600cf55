package openweights.release.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import openweights.release.licence.Licence;
import openweights.release.licence.Licences;
import openweights.release.licence.Recognition;
import openweights.release.licence.Terms;

/** Which licence holds, by the model card's metadata and by the texts that lie beside it. */
public final class LicenceFiles {

    private static final Pattern MAIN =
            Pattern.compile("(licen[cs]e|copying)(\\.(txt|md))?", Pattern.CASE_INSENSITIVE);

    /** No licence is longer. */
    private static final long LONGEST = 1 << 20;

    private LicenceFiles() {}

    /** The terms of all parts that have none of their own. */
    static Terms ofAll(Path folder, List<String> files, ModelCard card, List<String> findings) {
        Optional<Terms> text = mainText(folder, files, findings);
        Optional<Terms> tag = tag(card, text.isPresent(), findings);
        if (text.isEmpty() || tag.isEmpty()) {
            return text.or(() -> tag).orElseGet(Terms::none);
        }
        boolean silent = card.licences().size() == 1 && tag.get().licence().isEmpty();
        if (silent) { // such as "other": only the text can say
            return text.get();
        }
        return agreed(tag.get(), text.get(), findings);
    }

    /** What a licence's text is; a finding if it cannot be told. */
    public static Recognition text(Path folder, String file) {
        Path path = folder.resolve(file);
        try {
            if (Files.size(path) > LONGEST) {
                return new Recognition(Optional.empty(), "is too long for a licence");
            }
            byte[] bytes = Files.readAllBytes(path);
            return Licences.known().recognise(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Recognition(Optional.empty(), "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Optional<Terms> mainText(
            Path folder, List<String> files, List<String> findings) {
        List<String> texts = files.stream().filter(file -> MAIN.matcher(file).matches()).toList();
        List<Terms> terms = new ArrayList<>();
        for (String file : texts) {
            Recognition found = text(folder, file);
            terms.add(new Terms(found.licence(), file + ": " + found.how()));
            if (found.licence().isEmpty()) {
                findings.add(file + ": " + found.how() + ".");
            }
        }
        return terms.stream().reduce((one, other) -> agreed(one, other, findings));
    }

    private static Optional<Terms> tag(ModelCard card, boolean text, List<String> findings) {
        if (card.licences().isEmpty()) {
            return Optional.empty();
        }
        if (card.licences().size() > 1) {
            String all = String.join(", ", card.licences());
            findings.add(
                    "The model card names several licences (" + all + ") and not which holds.");
            return Optional.of(Terms.unknown("the model card names " + all));
        }
        String name = card.licences().get(0);
        Optional<Licence> known = Licences.known().named(name);
        String said = card.licenceName().map(n -> name + ", \"" + n + "\"").orElse(name);
        if (known.isEmpty() && !text) {
            findings.add(
                    "The model card names the licence "
                            + said
                            + ", which is not known here, and its text is not in the folder.");
        }
        return Optional.of(new Terms(known, "the model card says " + said));
    }

    private static Terms agreed(Terms one, Terms other, List<String> findings) {
        if (one.licence().equals(other.licence())) {
            return new Terms(one.licence(), one.evidence() + "; " + other.evidence());
        }
        String both = one.evidence() + ", but " + other.evidence();
        findings.add("Two licences contradict each other: " + both + ".");
        return Terms.unknown(both);
    }
}
