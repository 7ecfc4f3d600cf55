package openweights.openness.framework;

import static openweights.openness.component.Component.PARAMETERS;

import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;

/** A release in two words. The terms are ours, not those of a framework. */
public enum Kind {
    OPEN_SOURCE("open source"),
    OPEN_WEIGHT("open-weight"),
    RESTRICTED("open-weight, restricted license"),
    UNLICENSED("weights without a license that is known"),
    CLOSED("closed"),
    UNKNOWN("cannot be told");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Open source is what passes OSAID 1.0; the weights decide everything else. */
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
                .license()
                .map(license -> license.free() ? OPEN_WEIGHT : RESTRICTED)
                .orElse(UNLICENSED);
    }

    @Override
    public String toString() {
        return title;
    }
}
