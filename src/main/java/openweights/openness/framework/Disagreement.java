package openweights.openness.framework;

import static openweights.openness.component.Component.CHECKPOINTS;
import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.RESEARCH_PAPER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;

/** Why three frameworks say different things of one release. */
public final class Disagreement {

    /** From here on we call a score of the Index high. */
    private static final double HIGH = 0.7;

    /** The Index gives its license question one part of twelve. */
    private static final double ONE_QUESTION = 1.0 / 12;

    private Disagreement() {}

    /** The reasons that hold for this release, each a sentence; none if they agree. */
    public static List<String> reasons(Release release, Osaid osaid, Mof mof, EuropeanIndex index) {
        List<String> reasons = new ArrayList<>();
        graded(osaid, mof, index, reasons);
        dataNotAsked(release, osaid, mof, reasons);
        documents(osaid, mof, reasons);
        gate(release, reasons);
        classWithoutPass(osaid, mof, reasons);
        return reasons;
    }

    private static void graded(Osaid osaid, Mof mof, EuropeanIndex index, List<String> reasons) {
        if (osaid.licenseOnly() && index.low() >= HIGH) {
            reasons.add(
                    "The license alone makes it fail OSAID"
                            + (mof.possible() == MofClass.NONE ? " and every class of MOF" : "")
                            + ", which ask yes or no; the Index takes a mean, and licenses are one question of twelve ("
                            + String.format(Locale.ROOT, "%.3f", ONE_QUESTION)
                            + ").");
        } else if (osaid.passes() == Answer.NO && index.low() > 0) {
            reasons.add(
                    "OSAID needs every part at once and gives nothing for some; the Index counts each part for itself, so that "
                            + index.outcome()
                            + " is no contradiction.");
        }
    }

    private static void dataNotAsked(Release release, Osaid osaid, Mof mof, List<String> reasons) {
        if (osaid.passes() != Answer.YES || mof.certain() == MofClass.I) {
            return;
        }
        for (Component wanted : List.of(DATASETS, CHECKPOINTS, RESEARCH_PAPER)) {
            if (release.has(wanted) != Answer.YES) {
                reasons.add(
                        "OSAID is content with information about the data and does not ask for \""
                                + wanted
                                + "\"; MOF's class I does ("
                                + release.presence(wanted)
                                + ").");
            }
        }
    }

    private static void documents(Osaid osaid, Mof mof, List<String> reasons) {
        if (osaid.passes() == Answer.YES && mof.certain() == MofClass.NONE) {
            List<String> lacking = mof.missing().stream().map(Criterion::name).toList();
            reasons.add(
                    "OSAID asks for what one needs to change the model; MOF asks for documents too. Missing or not known for class III: "
                            + String.join(", ", lacking)
                            + ".");
        }
    }

    private static void gate(Release release, List<String> reasons) {
        if (release.presence(PARAMETERS) == Presence.GATED) {
            reasons.add(
                    "The weights lie behind a gate. The Index counts that as half; OSAID and MOF look at the license alone.");
        }
    }

    private static void classWithoutPass(Osaid osaid, Mof mof, List<String> reasons) {
        if (osaid.passes() == Answer.NO && mof.certain() != MofClass.NONE) {
            reasons.add(
                    "MOF's "
                            + mof.certain()
                            + " does not ask for the code and the "
                            + DATA_CARD.title().toLowerCase(Locale.ROOT)
                            + " that a rebuild needs as OSAID does.");
        }
    }
}
