package openweights.engine.generate;

import java.util.Locale;

/**
 * A text that a model generated with the help of a draft model.
 *
 * @param generation the text
 * @param reads how often the large model's weights were read for new tokens
 * @param proposed tokens that the draft model proposed
 * @param accepted those of them that the large model accepted
 */
public record Speculation(Generation generation, int reads, int proposed, int accepted) {

    /** The share of proposed tokens that were accepted; 0 if none was proposed. */
    public double acceptance() {
        return proposed == 0 ? 0 : (double) accepted / proposed;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "draft: %.0f %% of %d proposed tokens accepted; the model's weights were read %d times for %d new tokens",
                100 * acceptance(),
                proposed,
                reads,
                generation.ids().length);
    }
}
