package openweights.openness.catalogue;

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
import openweights.openness.license.Content;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;

/**
 * A model in the catalogue.
 *
 * @param name its name in commands
 * @param facts released, parameters, active, sizes, cache, context, tokens, license, codeLicense,
 *     osaid, mof, index
 * @param parts which of its components were released
 * @param config its config.json, if the engine knows the family
 * @param indexEntry the system that the European index's score is for
 * @param unsure doubts that concern no single fact
 */
public record Entry(
        String name,
        String title,
        String organization,
        String family,
        Map<String, Fact> facts,
        Map<Component, Fact> parts,
        Optional<Config> config,
        Optional<Address> address,
        String indexEntry,
        String notes,
        List<String> unsure) {

    /** A fact by its name; unknown if no source says anything. */
    public Fact fact(String what) {
        return facts.getOrDefault(what, Fact.UNKNOWN);
    }

    /** The license of the weights. */
    public Optional<License> license() {
        return Licenses.known().named(fact("license").value());
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
        return new Release(name, "the catalogue", found, findings);
    }

    private Part part(Component component, Fact fact) {
        return new Part(component, Presence.read(fact.value()), terms(component), fact.evidence());
    }

    private LicenseTerms terms(Component component) {
        Fact license =
                component == Component.PARAMETERS
                        ? fact("license")
                        : component.content() == Content.CODE ? fact("codeLicense") : Fact.UNKNOWN;
        if (!license.known()) {
            return LicenseTerms.unknown("no source says");
        }
        Optional<License> named = Licenses.known().named(license.value());
        return new LicenseTerms(named, license.value() + " by " + license.evidence());
    }
}
