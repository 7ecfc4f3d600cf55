package openweights.openness.framework;

import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.INFERENCE_CODE;
import static openweights.openness.component.Component.MODEL_CARD;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.RESEARCH_PAPER;
import static openweights.openness.component.Component.TECHNICAL_REPORT;
import static openweights.openness.component.Component.TRAINING_CODE;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;

/**
 * The European Open Source AI Index (osai-index.eu) with its twelve questions of 2026: each is
 * answered open (1), partial (0.5) or closed (0), and the score is their mean. Where no source
 * tells, the answer could be any, so the score is a range.
 *
 * <p>The Index is about chat systems, which have a base model and an end model. Here, a base model
 * that is released by itself counts as both. The editors of the Index judge documents by reading
 * them; here, a document that exists counts, which may be too generous.
 *
 * @param low the score if everything unknown were closed
 * @param high the score if everything unknown were open
 */
public record EuropeanIndex(double low, double high, List<Dimension> dimensions) {

    /**
     * One of the twelve questions.
     *
     * @param value open, partial, closed or unknown
     */
    public record Dimension(String name, Value value, String reason) {}

    /** An answer, and the least and the most it can be worth. */
    public enum Value {
        OPEN(1, 1),
        PARTIAL(0.5, 0.5),
        CLOSED(0, 0),
        UNKNOWN(0, 1);

        private final double low;
        private final double high;

        Value(double low, double high) {
            this.low = low;
            this.high = high;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Applies the rules. */
    public static EuropeanIndex judge(Release release) {
        List<Dimension> twelve =
                List.of(
                        of(release, "data of the base model", DATASETS),
                        of(release, "data of the end model", DATASETS),
                        of(release, "weights of the base model", PARAMETERS),
                        of(release, "weights of the end model", PARAMETERS),
                        of(release, "training code", TRAINING_CODE),
                        of(release, "documented code", INFERENCE_CODE),
                        of(release, "documented architecture", TECHNICAL_REPORT),
                        of(release, "preprint", TECHNICAL_REPORT),
                        paper(release),
                        of(release, "model card", MODEL_CARD),
                        of(release, "data sheet", DATA_CARD),
                        licenses(release));
        return new EuropeanIndex(
                twelve.stream().mapToDouble(d -> d.value().low).average().orElseThrow(),
                twelve.stream().mapToDouble(d -> d.value().high).average().orElseThrow(),
                twelve);
    }

    /** The verdict in a few words. */
    public String outcome() {
        return low == high
                ? String.format(Locale.ROOT, "%.3f", low)
                : String.format(Locale.ROOT, "between %.3f and %.3f", low, high);
    }

    private static Dimension of(Release release, String name, Component component) {
        return new Dimension(
                name, value(release.presence(component)), release.part(component).evidence());
    }

    /** The Index requires a peer-reviewed paper, and no file tells whether a paper was reviewed. */
    private static Dimension paper(Release release) {
        boolean none = release.presence(RESEARCH_PAPER) == Presence.NO;
        return new Dimension(
                "peer-reviewed paper",
                none ? Value.CLOSED : Value.UNKNOWN,
                none ? "no paper" : "no file tells whether it was reviewed");
    }

    private static Value value(Presence presence) {
        return switch (presence) {
            case YES -> Value.OPEN;
            case PARTIAL, GATED -> Value.PARTIAL; // gated weights are partial
            case NO -> Value.CLOSED;
            case UNKNOWN -> Value.UNKNOWN;
        };
    }

    /** Open if weights, code and data are under open licenses, partial if two of them are. */
    private static Dimension licenses(Release release) {
        List<Answer> answers =
                Stream.of(PARAMETERS, TRAINING_CODE, DATASETS).map(c -> open(release, c)).toList();
        long yes = answers.stream().filter(Answer.YES::equals).count();
        long perhaps = answers.stream().filter(Answer.UNSURE::equals).count();
        Value value = value(yes);
        return new Dimension(
                "licenses",
                value == value(yes + perhaps) ? value : Value.UNKNOWN,
                yes + " of weights, code and data under open licenses");
    }

    private static Answer open(Release release, Component component) {
        Answer there =
                release.presence(component) == Presence.PARTIAL
                        ? Answer.YES
                        : release.has(component);
        return there == Answer.NO ? there : there.and(release.part(component).terms().open());
    }

    private static Value value(long open) {
        return open == 3 ? Value.OPEN : open == 2 ? Value.PARTIAL : Value.CLOSED;
    }
}
