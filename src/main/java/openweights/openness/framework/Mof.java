package openweights.openness.framework;

import static openweights.openness.component.Component.ARCHITECTURE;
import static openweights.openness.component.Component.CHECKPOINTS;
import static openweights.openness.component.Component.DATASETS;
import static openweights.openness.component.Component.DATA_CARD;
import static openweights.openness.component.Component.EVALUATION_CODE;
import static openweights.openness.component.Component.EVALUATION_DATA;
import static openweights.openness.component.Component.EVALUATION_RESULTS;
import static openweights.openness.component.Component.INFERENCE_CODE;
import static openweights.openness.component.Component.MODEL_CARD;
import static openweights.openness.component.Component.PARAMETERS;
import static openweights.openness.component.Component.PREPROCESSING_CODE;
import static openweights.openness.component.Component.RESEARCH_PAPER;
import static openweights.openness.component.Component.TECHNICAL_REPORT;
import static openweights.openness.component.Component.TRAINING_CODE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.license.Answer;

/**
 * The Model Openness Framework 1.0 of the Linux Foundation's Generative AI Commons. A component
 * counts if it is released under an open license. Class III, Open Model, requires six components;
 * class II, Open Tooling, four more; class I, Open Science, another four, including the training
 * data. A research paper can replace the technical report. Whether a part of a component is enough
 * is left open.
 *
 * <p>Two rules about licenses are easy to miss. A license for another kind of content counts, with
 * a warning: code should have a license for software, weights and data one for data, documents one
 * for documents. And the framework accepts training data under any license or none, as long as they
 * are there; it asks for an open license of everything else. The Model Openness Tool is stricter
 * than the framework here: it does not count data without an open license, so its records reach
 * class I by one license for the whole release. Source: lfai/model_openness_tool@8b5d30e
 * (2026-05-11), README.md, mof.settings.yml, ModelEvaluator.php.
 *
 * @param certain the class by the components known to be open
 * @param possible the class if everything unknown were open too
 * @param criteria the components of all classes, and whether each counts
 * @param warnings licenses for another kind of content, and data that the tool would not count
 */
public record Mof(
        MofClass certain, MofClass possible, List<Criterion> criteria, List<String> warnings) {

    private static final List<Component> CLASS_III =
            List.of(
                    ARCHITECTURE,
                    PARAMETERS,
                    EVALUATION_RESULTS,
                    MODEL_CARD,
                    DATA_CARD,
                    TECHNICAL_REPORT);
    private static final List<Component> CLASS_II =
            List.of(TRAINING_CODE, INFERENCE_CODE, EVALUATION_CODE, EVALUATION_DATA);
    private static final List<Component> CLASS_I =
            List.of(DATASETS, PREPROCESSING_CODE, CHECKPOINTS, RESEARCH_PAPER);

    /** Applies the rules. */
    public static Mof judge(Release release) {
        List<Criterion> criteria = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (List<Component> group : List.of(CLASS_III, CLASS_II, CLASS_I)) {
            for (Component component : group) {
                criteria.add(criterion(release, component));
                warn(release.part(component), warnings);
            }
        }
        return new Mof(
                reached(release, Set.of(Answer.YES)),
                reached(release, Set.of(Answer.YES, Answer.UNSURE)),
                criteria,
                warnings);
    }

    /** The verdict in a few words. */
    public String outcome() {
        return certain == possible
                ? certain.toString()
                : certain + " by what is known, at most " + possible;
    }

    /** What the release lacks for the next class, by what is known. */
    public List<Criterion> missing() {
        int from = certain == MofClass.NONE ? 0 : certain == MofClass.III ? 6 : 10;
        int to = certain == MofClass.NONE ? 6 : certain == MofClass.III ? 10 : 14;
        return criteria.subList(from, to).stream().filter(c -> c.met() != Answer.YES).toList();
    }

    private static MofClass reached(Release release, Set<Answer> enough) {
        if (!complete(release, CLASS_III, enough)) {
            return MofClass.NONE;
        }
        if (!complete(release, CLASS_II, enough)) {
            return MofClass.III;
        }
        return complete(release, CLASS_I, enough) ? MofClass.I : MofClass.II;
    }

    private static boolean complete(Release release, List<Component> group, Set<Answer> enough) {
        return group.stream().allMatch(component -> enough.contains(counts(release, component)));
    }

    private static Answer counts(Release release, Component component) {
        if (component == TECHNICAL_REPORT && alone(release, RESEARCH_PAPER) != Answer.NO) {
            return max(alone(release, TECHNICAL_REPORT), alone(release, RESEARCH_PAPER));
        }
        return alone(release, component);
    }

    private static Answer alone(Release release, Component component) {
        Answer there =
                release.presence(component) == Presence.PARTIAL
                        ? Answer.UNSURE // whether a part is enough is a judgment
                        : release.has(component);
        boolean anyLicense = component == DATASETS;
        return there == Answer.NO || anyLicense
                ? there
                : there.and(release.part(component).terms().open());
    }

    private static Answer max(Answer one, Answer other) {
        if (one == Answer.YES || other == Answer.YES) {
            return Answer.YES;
        }
        return one == Answer.NO && other == Answer.NO ? Answer.NO : Answer.UNSURE;
    }

    private static Criterion criterion(Release release, Component component) {
        Part part = release.part(component);
        String license = part.presence() == Presence.NO ? "" : ", license " + part.terms();
        return new Criterion(
                component.title(), counts(release, component), part.presence() + license);
    }

    private static void warn(Part part, List<String> warnings) {
        boolean there = part.presence() == Presence.YES || part.presence() == Presence.PARTIAL;
        if (part.component() == DATASETS && there && part.terms().open() != Answer.YES) {
            warnings.add(
                    "Datasets: no open license is known; the framework accepts that, its tool does not count them");
        }
        if (part.presence() == Presence.NO || part.presence() == Presence.UNKNOWN) {
            return;
        }
        part.terms()
                .license()
                .filter(license -> license.open() == Answer.YES)
                .filter(license -> !license.suits().contains(part.component().content()))
                .ifPresent(
                        license ->
                                warnings.add(
                                        "%s: %s is not meant for %s; it counts all the same"
                                                .formatted(
                                                        part.component(),
                                                        license,
                                                        part.component().content())));
    }
}
