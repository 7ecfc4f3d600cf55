package openweights.release.component;

import openweights.release.licence.Terms;

/**
 * One component of a release.
 *
 * @param evidence the files that hold it, or the source that speaks of it; or why it is missing
 */
public record Part(Component component, Presence presence, Terms terms, String evidence) {

    static Part unknown(Component component) {
        return new Part(component, Presence.UNKNOWN, Terms.none(), "no source says");
    }
}
