package openweights.openness.folder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.openness.component.Component;
import openweights.openness.license.Content;

/**
 * What a release declares about itself in {@code mof.yml}, the record of the Model Openness
 * Framework: components with their paths and licenses, and licenses for whole kinds of content.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Declaration(Contents release) {

    /** The file's name in a release. */
    static final String FILE = "mof.yml";

    /** The section "release". */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contents(String name, @JsonProperty("license") Scopes scopes, List<Item> components) {}

    /** Licenses by kind of content; {@code distribution} is for everything else. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Scopes(Scope distribution, Scope code, Scope data, Scope document) {}

    /**
     * A license.
     *
     * @param name its identifier
     * @param path the file of its text
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Scope(String name, String path) {}

    /** A component. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            String name,
            String license,
            @JsonProperty("license_path") String licensePath,
            @JsonProperty("component_path") String componentPath) {}

    /**
     * Parses the record.
     *
     * @throws UserException if it is not YAML of this form
     */
    static Declaration read(String text) {
        Declaration found = Json.readYaml(FILE, text, Declaration.class);
        if (found == null || found.release() == null) {
            throw new UserException(FILE + " has no section \"release\"");
        }
        return found;
    }

    List<Item> items() {
        return release.components() == null ? List.of() : release.components();
    }

    Optional<Item> item(Component component) {
        return items().stream()
                .filter(item -> item.name() != null)
                .filter(item -> Component.titled(item.name()).equals(Optional.of(component)))
                .findFirst();
    }

    /** The license of a component: its own, else that of its kind of content, else that of all. */
    Optional<Scope> license(Component component) {
        Optional<Item> item = item(component);
        if (item.isPresent() && item.get().license() != null) {
            return Optional.of(new Scope(item.get().license(), item.get().licensePath()));
        }
        Scopes scopes = release.scopes();
        if (scopes == null) {
            return Optional.empty();
        }
        Scope kind = scope(scopes, component.content());
        return Optional.ofNullable(kind != null ? kind : scopes.distribution());
    }

    private static Scope scope(Scopes scopes, Content content) {
        return switch (content) {
            case CODE -> scopes.code();
            case DATA -> scopes.data();
            case DOCUMENT -> scopes.document();
        };
    }
}
