package openweights.openness.framework;

import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.INFERENCE_CODE;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.TRAINING_CODE;

import java.util.List;
import java.util.Optional;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;
import openweights.openness.license.License;

/**
 * The shared language of the G7's digital ministers (Paris, May 29, 2026; not binding): four
 * labels, of which a release gets the highest whose conditions it meets. An open source license is
 * one that the Open Source Initiative approved. That weights cost nothing is taken from their being
 * released; whether missing data could not be shared for legal or technical reasons, no file can
 * tell.
 *
 * @param certain the label by what is known
 * @param possible the label if everything unknown were in favor of the release
 * @param criteria what the labels ask, and whether each is met
 */
public record G7(G7Label certain, G7Label possible, List<Criterion> criteria) {

    /** Applies the rules. */
    public static G7 judge(Release release) {
        Criterion weights = there(release, "weights", PARAMETERS);
        Criterion deployment = there(release, "deployment code", INFERENCE_CODE);
        Criterion license = license(release, "open source license of weights and deployment code");
        Criterion training = training(release);
        Criterion data = data(release);
        Criterion openData = openData(release);
        List<Criterion> all = List.of(weights, deployment, license, training, data, openData);
        return new G7(label(all, false), label(all, true), all);
    }

    /** The verdict in a few words. */
    public String outcome() {
        return certain == possible
                ? certain.toString()
                : certain + " by what is known, at most " + possible;
    }

    /** What the release lacks for the next label, by what is known. */
    public List<Criterion> missing() {
        int asked =
                switch (certain) {
                    case NONE -> 2;
                    case WEIGHTS_AVAILABLE -> 3;
                    case OPEN_WEIGHTS -> 5;
                    case OPEN_SOURCE, OPEN_SOURCE_OPEN_DATA -> 6;
                };
        return criteria.subList(0, asked).stream().filter(c -> c.met() != Answer.YES).toList();
    }

    private static G7Label label(List<Criterion> all, boolean hopeful) {
        if (!met(all.subList(0, 2), hopeful)) {
            return G7Label.NONE;
        }
        if (!met(all.subList(2, 3), hopeful)) {
            return G7Label.WEIGHTS_AVAILABLE;
        }
        if (!met(all.subList(3, 5), hopeful)) {
            return G7Label.OPEN_WEIGHTS;
        }
        return met(all.subList(5, 6), hopeful)
                ? G7Label.OPEN_SOURCE_OPEN_DATA
                : G7Label.OPEN_SOURCE;
    }

    private static boolean met(List<Criterion> some, boolean hopeful) {
        return some.stream()
                .map(Criterion::met)
                .allMatch(met -> met == Answer.YES || (hopeful && met == Answer.UNSURE));
    }

    private static Criterion there(Release release, String name, Component component) {
        return new Criterion(name, release.has(component), release.presence(component).toString());
    }

    private static Criterion license(Release release, String name) {
        Answer both = approved(release, PARAMETERS).and(approved(release, INFERENCE_CODE));
        return new Criterion(
                name,
                both,
                release.part(PARAMETERS).terms() + "; " + release.part(INFERENCE_CODE).terms());
    }

    private static Criterion training(Release release) {
        Answer there = release.has(TRAINING_CODE);
        return new Criterion(
                "training code under an open source license",
                there == Answer.NO ? there : there.and(approved(release, TRAINING_CODE)),
                release.presence(TRAINING_CODE) + ", " + release.part(TRAINING_CODE).terms());
    }

    private static Criterion data(Release release) {
        Answer all = release.has(DATASETS);
        if (all == Answer.YES) {
            return new Criterion("training data, or information about them", all, "all data");
        }
        boolean described = release.has(DATA_CARD) != Answer.NO;
        return new Criterion(
                "training data, or information about them",
                described ? Answer.UNSURE : all,
                described
                        ? "not all data are there; whether they could not be shared, no file tells"
                        : release.presence(DATASETS).toString());
    }

    private static Criterion openData(Release release) {
        Answer there = release.has(DATASETS);
        Answer open = release.part(DATASETS).terms().open();
        return new Criterion(
                "all training data under an open license",
                there == Answer.NO ? there : there.and(open),
                release.presence(DATASETS) + ", " + release.part(DATASETS).terms());
    }

    /** No for a license with restrictions; unsure for a free one that nobody approved. */
    private static Answer approved(Release release, Component component) {
        Optional<License> license = release.part(component).terms().license();
        boolean gone = release.presence(component) == Presence.NO;
        if (gone || license.isEmpty()) {
            return Answer.UNSURE;
        }
        return license.get().osi() == Answer.YES ? Answer.YES : unapproved(license.get());
    }

    private static Answer unapproved(License license) {
        return license.free() || license.osi() == Answer.UNSURE ? Answer.UNSURE : Answer.NO;
    }
}
