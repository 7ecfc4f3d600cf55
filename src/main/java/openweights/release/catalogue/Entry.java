package openweights.release.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.model.Config;
import openweights.release.component.Component;
import openweights.release.component.Part;
import openweights.release.component.Presence;
import openweights.release.component.Release;
import openweights.release.licence.Content;
import openweights.release.licence.Licence;
import openweights.release.licence.Licences;
import openweights.release.licence.Terms;

/**
 * A model of the catalogue.
 *
 * @param name what the commands call it
 * @param facts released, parameters, active, sizes, cache, context, tokens, licence, codeLicence,
 *     osaid, mof, index
 * @param parts what of it was released
 * @param config what its config.json says, if the engine knows the family
 * @param indexEntry of which system the European index's score is
 * @param unsure doubts that belong to no single fact
 */
public record Entry(
        String name,
        String title,
        String organisation,
        String family,
        Map<String, Fact> facts,
        Map<Component, Fact> parts,
        Optional<Config> config,
        Optional<Address> address,
        String indexEntry,
        String notes,
        List<String> unsure) {

    /** A fact by its name; unknown if nobody says anything. */
    public Fact fact(String what) {
        return facts.getOrDefault(what, Fact.UNKNOWN);
    }

    /** The licence of the weights. */
    public Optional<Licence> licence() {
        return Licences.known().named(fact("licence").value());
    }

    /** What it takes to run. */
    public Cost cost() {
        return Cost.of(this);
    }

    /** All facts by what they speak of, those about parts included. */
    public Map<String, Fact> allFacts() {
        Map<String, Fact> all = new LinkedHashMap<>(facts);
        parts.forEach((component, fact) -> all.put(component.title(), fact));
        address.ifPresent(place -> all.put("revision", place.fact()));
        return all;
    }

    /** The model as a release that can be audited. */
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

    private Terms terms(Component component) {
        Fact licence =
                component == Component.PARAMETERS
                        ? fact("licence")
                        : component.content() == Content.CODE ? fact("codeLicence") : Fact.UNKNOWN;
        if (!licence.known()) {
            return Terms.unknown("no source says");
        }
        Optional<Licence> named = Licences.known().named(licence.value());
        return new Terms(named, licence.value() + " by " + licence.evidence());
    }
}
