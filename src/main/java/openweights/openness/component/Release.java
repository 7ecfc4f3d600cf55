package openweights.openness.component;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.openness.license.Answer;

/**
 * A release as it was found: every component, and what is inconsistent about them.
 *
 * @param origin the folder, or the catalogue
 * @param parts one for each component
 * @param findings contradictions and open questions, each a sentence
 * @param whole whether this is all there is; false for a base model from which others were made,
 *     such as one for chats
 */
public record Release(
        String name,
        String origin,
        Map<Component, Part> parts,
        List<String> findings,
        boolean whole) {

    public Release {
        Map<Component, Part> all = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            all.put(component, parts.getOrDefault(component, Part.unknown(component)));
        }
        parts = all;
        findings = List.copyOf(findings);
    }

    public Part part(Component component) {
        return Objects.requireNonNull(parts.get(component));
    }

    public Presence presence(Component component) {
        return part(component).presence();
    }

    /** Whether all of a component is available. */
    public Answer has(Component component) {
        return presence(component).whole();
    }

    /** Whether all of several components are available. */
    public Answer has(Component... components) {
        return Stream.of(components).map(this::has).reduce(Answer.YES, Answer::and);
    }
}
