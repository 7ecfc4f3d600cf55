package openweights.openness.framework;

import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.MODEL_CARD;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.PREPROCESSING_CODE;
import static openweights.openness.component.Component.RESEARCH_PAPER;
import static openweights.openness.component.Component.TECHNICAL_REPORT;
import static openweights.openness.component.Component.TRAINING_CODE;

import java.util.List;
import java.util.stream.Stream;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.framework.EuropeanIndex.Value;
import openweights.openness.license.Answer;

/** What a release's components answer to the twelve questions of the European index. */
final class IndexFacts {

    private IndexFacts() {}

    /** In the order of the questions. */
    static List<Value> answers(Release release) {
        return List.of(
                data(release),
                release.whole() ? data(release) : Value.UNKNOWN,
                there(release, PARAMETERS),
                release.whole() ? there(release, PARAMETERS) : Value.UNKNOWN,
                code(release),
                read(release, TRAINING_CODE),
                documents(release),
                read(release, TECHNICAL_REPORT),
                read(release, RESEARCH_PAPER),
                read(release, MODEL_CARD),
                read(release, DATA_CARD),
                licenses(release));
    }

    /** The Index asks for data that are available and documented. */
    private static Value data(Release release) {
        return switch (release.presence(DATASETS)) {
            case YES -> release.has(DATA_CARD) == Answer.YES ? Value.OPEN : Value.UNKNOWN;
            case PARTIAL, GATED -> Value.AT_MOST_PARTIAL;
            case NO -> Value.CLOSED;
            case UNKNOWN -> Value.UNKNOWN;
        };
    }

    /** Gated weights are partial. */
    private static Value there(Release release, Component component) {
        return switch (release.presence(component)) {
            case YES -> Value.OPEN;
            case PARTIAL, GATED -> Value.PARTIAL;
            case NO -> Value.CLOSED;
            case UNKNOWN -> Value.UNKNOWN;
        };
    }

    /** The question is about preparing the data as well as about training. */
    private static Value code(Release release) {
        Answer both = release.has(TRAINING_CODE, PREPROCESSING_CODE);
        if (both == Answer.YES) {
            return Value.OPEN;
        }
        boolean none =
                release.presence(TRAINING_CODE) == Presence.NO
                        && release.presence(PREPROCESSING_CODE) == Presence.NO;
        if (none) {
            return Value.CLOSED;
        }
        return both == Answer.NO ? Value.AT_MOST_PARTIAL : Value.UNKNOWN;
    }

    /** A document, or code that must be documented: missing is closed; the rest is for a reader. */
    private static Value read(Release release, Component component) {
        return switch (release.presence(component)) {
            case YES, GATED, UNKNOWN -> Value.UNKNOWN;
            case PARTIAL -> Value.AT_MOST_PARTIAL;
            case NO -> Value.CLOSED;
        };
    }

    /** Any document may describe the hardware. */
    private static Value documents(Release release) {
        return Stream.of(TECHNICAL_REPORT, RESEARCH_PAPER, MODEL_CARD)
                        .allMatch(document -> release.presence(document) == Presence.NO)
                ? Value.CLOSED
                : Value.UNKNOWN;
    }

    /**
     * Open if weights, code and data are all under open licenses, and closed if none is. Between
     * these, the Index's raters have given each of the three answers to the same case.
     */
    private static Value licenses(Release release) {
        List<Answer> answers =
                Stream.of(PARAMETERS, TRAINING_CODE, DATASETS).map(c -> open(release, c)).toList();
        if (answers.stream().allMatch(Answer.YES::equals)) {
            return Value.OPEN;
        }
        return answers.stream().allMatch(Answer.NO::equals) ? Value.CLOSED : Value.UNKNOWN;
    }

    private static Answer open(Release release, Component component) {
        Answer there =
                release.presence(component) == Presence.PARTIAL
                        ? Answer.YES
                        : release.has(component);
        return there == Answer.NO ? there : there.and(release.part(component).terms().open());
    }
}
