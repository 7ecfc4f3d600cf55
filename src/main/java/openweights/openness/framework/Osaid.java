package openweights.openness.framework;

import static openweights.openness.component.Component.CONFIGURATION;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.INFERENCE_CODE;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.PREPROCESSING_CODE;
import static openweights.openness.component.Component.TRAINING_CODE;

import java.util.ArrayList;
import java.util.List;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;
import openweights.openness.license.Content;
import openweights.openness.license.LicenseTerms;

/**
 * The Open Source AI Definition 1.0 of the Open Source Initiative (October 2024). Three things must
 * be available, and free to use, study, modify and share: information about the training data that
 * lets a skilled person build an equivalent system, the complete code that trains and runs the
 * model, and the parameters. The training data themselves are not required. A release passes or
 * fails.
 *
 * <p>The Initiative reviews releases by hand; this class applies its rules to the components.
 *
 * @param passes whether all criteria are met
 * @param licenseOnly true if only an approved license is missing
 */
public record Osaid(Answer passes, boolean licenseOnly, List<Criterion> criteria) {

    private static final List<Component> LICENSED =
            List.of(
                    DATA_CARD,
                    TRAINING_CODE,
                    PREPROCESSING_CODE,
                    INFERENCE_CODE,
                    PARAMETERS,
                    CONFIGURATION);

    /** Applies the rules. */
    public static Osaid judge(Release release) {
        List<Criterion> parts =
                List.of(
                        there(release, "information about the training data", DATA_CARD),
                        there(release, "training code", TRAINING_CODE),
                        there(release, "code that prepared the data", PREPROCESSING_CODE),
                        there(release, "code that runs the model", INFERENCE_CODE),
                        there(release, "parameters", PARAMETERS));
        List<Criterion> terms =
                LICENSED.stream()
                        .map(release::part)
                        .filter(Osaid::mayBeThere)
                        .map(Osaid::terms)
                        .toList();
        List<Criterion> all = new ArrayList<>(parts);
        all.addAll(terms);
        return new Osaid(met(all), met(parts) == Answer.YES && met(terms) == Answer.NO, all);
    }

    /** The verdict in a few words. */
    public String outcome() {
        if (licenseOnly) {
            return "fails, for its license alone";
        }
        return switch (passes) {
            case YES -> "passes";
            case NO -> "fails";
            case UNSURE -> "cannot be told";
        };
    }

    private static Answer met(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::met).reduce(Answer.YES, Answer::and);
    }

    private static Criterion there(Release release, String name, Component component) {
        Part part = release.part(component);
        return new Criterion(name, part.presence().whole(), part.presence().toString());
    }

    /** Code and parameters need an approved license; a document needs only open terms. */
    private static Criterion terms(Part part) {
        LicenseTerms terms = part.terms();
        boolean document = part.component().content() == Content.DOCUMENT;
        boolean approved = !document || terms.osi() == Answer.YES;
        return new Criterion(
                (document ? "open terms of: " : "approved license of: ") + part.component(),
                approved ? terms.osi() : terms.open(),
                terms.toString());
    }

    private static boolean mayBeThere(Part part) {
        return part.presence() != Presence.NO && part.presence() != Presence.UNKNOWN;
    }
}
