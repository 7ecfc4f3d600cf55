package openweights.openness.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.engine.model.Config;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.framework.EuropeanIndex;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;

/**
 * A model in the catalogue.
 *
 * @param name its name in commands
 * @param line the release that it is one size of
 * @param facts what {@link EntryReader} lists
 * @param parts which of its components were released
 * @param config its config.json, if the engine knows the family
 * @param published what the European index says, if it has an entry
 * @param quantization {@code quant_method} of its config.json, or empty
 * @param record what the Model Openness Tool's file says, if there is one
 * @param unsure doubts that concern no single fact
 */
public record Entry(
        String name,
        String title,
        String organization,
        String family,
        String line,
        Map<String, Fact> facts,
        Map<Component, Fact> parts,
        Optional<Config> config,
        Optional<Address> address,
        Optional<IndexEntry> published,
        Optional<MofEntry> record,
        String quantization,
        String notes,
        List<String> unsure,
        LocalDate read) {

    /**
     * An entry of the European index.
     *
     * @param system what was judged, often a sibling of this model
     * @param same true if it is this model, or a size of it or its chat version
     * @param answers to the twelve questions, in the index's order
     */
    public record IndexEntry(String system, boolean same, List<EuropeanIndex.Value> answers) {}

    /**
     * A file of the Model Openness Tool.
     *
     * @param of its name
     * @param says the license it gives for each component that it names, word for word
     */
    public record MofEntry(String of, Map<Component, String> says, Fact fact) {}

    /** A fact by its name; unknown if no source says anything. */
    public Fact fact(String what) {
        return facts.getOrDefault(what, Fact.UNKNOWN);
    }

    /** The license of the weights. */
    public Optional<License> license() {
        return Licenses.known().named(fact("license").value());
    }

    /** The European index's own answers, if it has an entry. */
    public Optional<EuropeanIndex> index() {
        return published.map(entry -> EuropeanIndex.published(entry.answers()));
    }

    /** Whether the engine opens it, and in which files. */
    public Runs runs() {
        return Runs.of(this);
    }

    /** What it takes to run. */
    public Cost cost() {
        return Cost.of(this);
    }

    /** All facts by name, including those about components and the pinned revision. */
    public Map<String, Fact> allFacts() {
        Map<String, Fact> all = new LinkedHashMap<>(facts);
        parts.forEach((component, fact) -> all.put(component.title(), fact));
        address.ifPresent(place -> all.put("revision", place.fact()));
        return all;
    }

    /** The model as a release to audit. */
    public Release release() {
        Map<Component, Part> found = new EnumMap<>(Component.class);
        parts.forEach((component, fact) -> found.put(component, part(component, fact)));
        List<String> findings = new ArrayList<>();
        allFacts()
                .forEach(
                        (what, fact) -> {
                            if (fact.known() && fact.sources().isEmpty()) {
                                findings.add(name + ": \"" + what + "\" names no source.");
                            }
                        });
        return new Release(name, "the catalogue", found, findings, false);
    }

    private Part part(Component component, Fact fact) {
        return new Part(component, Presence.read(fact.value()), terms(component), fact.evidence());
    }

    private LicenseTerms terms(Component component) {
        Fact license = licenseOf(component);
        if (!license.known()) {
            return LicenseTerms.unknown("no source says");
        }
        Optional<License> named = Licenses.known().named(license.value());
        return new LicenseTerms(named, license.value() + " by " + license.evidence());
    }

    /** Configuration and checkpoints lie beside the weights, under their license. */
    private Fact licenseOf(Component component) {
        return switch (component) {
            case PARAMETERS, CHECKPOINTS, CONFIGURATION, TOKENIZER -> fact("license");
            case INFERENCE_CODE, ARCHITECTURE ->
                    facts.getOrDefault("inferenceLicense", fact("codeLicense"));
            default ->
                    switch (component.content()) {
                        case CODE -> fact("codeLicense");
                        case DATA -> fact("dataLicense");
                        case DOCUMENT -> fact("documentLicense");
                    };
        };
    }
}
