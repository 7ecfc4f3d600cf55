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

/** Why four frameworks rate one release differently. */
public final class Disagreement {

    /** The weight of the license question in the Index: one in twelve. */
    private static final double ONE_QUESTION = 1.0 / 12;

    private Disagreement() {}

    /** The reasons that apply to this release, each a sentence; empty if the frameworks agree. */
    public static List<String> reasons(
            Release release, Osaid osaid, Mof mof, G7 labels, EuropeanIndex index) {
        List<String> reasons = new ArrayList<>();
        graded(osaid, mof, index, reasons);
        dataNotAsked(release, osaid, mof, reasons);
        documents(osaid, mof, reasons);
        gate(release, reasons);
        licenseFirst(osaid, labels, reasons);
        exception(osaid, labels, reasons);
        classWithoutPass(osaid, mof, reasons);
        return reasons;
    }

    private static void graded(Osaid osaid, Mof mof, EuropeanIndex index, List<String> reasons) {
        if (osaid.licenseOnly()) {
            reasons.add(
                    "The license alone makes it fail OSAID"
                            + (mof.possible() == MofClass.NONE ? " and every class of MOF" : "")
                            + ", which ask yes or no; the Index takes a mean, in which licenses are one question of twelve ("
                            + String.format(Locale.ROOT, "%.3f", ONE_QUESTION)
                            + ").");
        } else if (osaid.passes() == Answer.NO && index.high() > 0) {
            reasons.add(
                    "OSAID requires every part and gives no credit for some; the Index scores each part by itself, so "
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
                        "OSAID asks for information about the data, not for \""
                                + wanted
                                + "\"; MOF's class I requires it ("
                                + release.presence(wanted)
                                + ").");
            }
        }
    }

    private static void documents(Osaid osaid, Mof mof, List<String> reasons) {
        if (osaid.passes() == Answer.YES && mof.certain() == MofClass.NONE) {
            List<String> lacking = mof.missing().stream().map(Criterion::name).toList();
            reasons.add(
                    "OSAID asks for what is needed to modify the model; MOF asks for documents too. Missing or unknown for class III: "
                            + String.join(", ", lacking)
                            + ".");
        }
    }

    private static void gate(Release release, List<String> reasons) {
        if (release.presence(PARAMETERS) == Presence.GATED) {
            reasons.add(
                    "The weights are gated. The Index counts that as half; OSAID and MOF consider the license alone.");
        }
    }

    private static void licenseFirst(Osaid osaid, G7 labels, List<String> reasons) {
        if (osaid.licenseOnly() && labels.possible() == G7Label.WEIGHTS_AVAILABLE) {
            reasons.add(
                    "The G7's labels look at the license first: with restrictions on use, a release is "
                            + G7Label.WEIGHTS_AVAILABLE
                            + ", however many parts it has.");
        }
    }

    private static void exception(Osaid osaid, G7 labels, List<String> reasons) {
        if (osaid.passes() == Answer.YES && labels.certain().compareTo(G7Label.OPEN_SOURCE) < 0) {
            reasons.add(
                    "OSAID is content with information about the data; the G7 excuses missing data only where sharing them is legally or technically impossible, which no file tells.");
        }
    }

    private static void classWithoutPass(Osaid osaid, Mof mof, List<String> reasons) {
        if (osaid.passes() == Answer.NO && mof.certain() != MofClass.NONE) {
            reasons.add(
                    "MOF's "
                            + mof.certain()
                            + " does not require the code and the "
                            + DATA_CARD.title().toLowerCase(Locale.ROOT)
                            + " that rebuilding the model takes, as OSAID does.");
        }
    }
}
