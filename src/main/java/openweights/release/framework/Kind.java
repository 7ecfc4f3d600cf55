package openweights.release.framework;

import static openweights.release.component.Component.PARAMETERS;

import openweights.release.component.Part;
import openweights.release.component.Presence;
import openweights.release.component.Release;
import openweights.release.licence.Answer;

/** What to call a release in two words. The words are ours; no framework owns them. */
public enum Kind {
    OPEN_SOURCE("open source"),
    OPEN_WEIGHT("open-weight"),
    RESTRICTED("open-weight, restricted licence"),
    UNLICENSED("weights without a licence that is known"),
    CLOSED("closed"),
    UNKNOWN("cannot be told");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Open source is what passes OSAID 1.0; all else is named after its weights. */
    public static Kind of(Release release) {
        Part weights = release.part(PARAMETERS);
        if (Osaid.judge(release).passes() == Answer.YES) {
            return OPEN_SOURCE;
        }
        if (weights.presence() == Presence.NO) {
            return CLOSED;
        }
        if (weights.presence() == Presence.UNKNOWN) {
            return UNKNOWN;
        }
        return weights.terms()
                .licence()
                .map(licence -> licence.free() ? OPEN_WEIGHT : RESTRICTED)
                .orElse(UNLICENSED);
    }

    @Override
    public String toString() {
        return title;
    }
}
