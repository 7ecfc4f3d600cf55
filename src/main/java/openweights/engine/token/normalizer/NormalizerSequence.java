package openweights.engine.token.normalizer;

import java.util.List;
import openweights.engine.token.json.Part;
import openweights.engine.token.text.Text;

/** Several normalizers in a row: NFD, then StripAccents: {@code "Aé" -> "Ae"}. */
public record NormalizerSequence(List<Normalizer> normalizers) implements Normalizer {

    static NormalizerSequence read(Part part) {
        return new NormalizerSequence(
                part.list("normalizers").stream().map(Normalizer::read).toList());
    }

    @Override
    public Text apply(Text text) {
        Text result = text;
        for (Normalizer normalizer : normalizers) {
            result = normalizer.apply(result);
        }
        return result;
    }
}
