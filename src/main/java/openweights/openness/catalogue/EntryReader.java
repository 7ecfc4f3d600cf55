package openweights.openness.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import openweights.engine.model.Config;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;

/** Reads a model from {@code catalogue.yaml}. */
final class EntryReader {

    private static final List<String> FACTS =
            List.of(
                    "released",
                    "parameters",
                    "active",
                    "sizes",
                    "cache",
                    "context",
                    "tokens",
                    "license",
                    "codeLicense",
                    "osaid",
                    "mof",
                    "index");

    private final JsonNode node;
    private final String name;
    private final List<String> sources;

    private EntryReader(JsonNode node) {
        this.node = node;
        this.name = node.path("name").asText();
        this.sources = texts(node.path("sources"));
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it is incomplete; the file is part of the program
     */
    static Entry read(JsonNode node) {
        return new EntryReader(node).entry();
    }

    private Entry entry() {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("catalogue.yaml: a model without a name.");
        }
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (String what : FACTS) {
            if (node.has(what)) {
                facts.put(what, fact(node.get(what)));
            }
        }
        return new Entry(
                name,
                node.path("title").asText(name),
                node.path("organization").asText("unknown"),
                node.path("family").asText("unknown"),
                facts,
                parts(),
                config(),
                address(),
                node.path("index").path("entry").asText(""),
                node.path("notes").asText(""),
                texts(node.path("unsure")));
    }

    private Fact fact(JsonNode fact) {
        String value =
                fact.has("config") ? fact.get("config").toString() : fact.path("value").asText();
        return new Fact(value, named(fact), fact.path("doubt").asText(null));
    }

    /** The sources that a fact refers to by number, counted from 1. */
    private List<String> named(JsonNode fact) {
        List<String> named = new ArrayList<>();
        for (JsonNode number : fact.path("from")) {
            int index = number.asInt() - 1;
            if (index < 0 || index >= sources.size()) {
                throw new IllegalArgumentException(
                        "catalogue.yaml: "
                                + name
                                + " names source "
                                + number
                                + "; it has "
                                + sources.size()
                                + ".");
            }
            named.add(sources.get(index));
        }
        return named;
    }

    private Map<Component, Fact> parts() {
        Map<Component, Fact> parts = new EnumMap<>(Component.class);
        JsonNode fact = node.path("parts");
        for (Presence presence : Presence.values()) {
            for (String title : texts(fact.path(presence.toString()))) {
                Component component =
                        Component.titled(title)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "catalogue.yaml: "
                                                                + name
                                                                + ": no component is called \""
                                                                + title
                                                                + "\"."));
                String doubt = fact.path("doubts").path(title).asText(null);
                parts.put(component, new Fact(presence.toString(), named(fact), doubt));
            }
        }
        if (parts.containsKey(Component.INFERENCE_CODE)) { // it includes the architecture
            parts.put(Component.ARCHITECTURE, parts.get(Component.INFERENCE_CODE));
        }
        return parts;
    }

    private Optional<Config> config() {
        JsonNode keys = node.path("sizes").path("config");
        return keys.isObject()
                ? Optional.of(Config.parse("catalogue.yaml, " + name, keys.toString()))
                : Optional.empty();
    }

    private Optional<Address> address() {
        JsonNode hub = node.path("hub");
        if (!hub.isObject()) {
            return Optional.empty();
        }
        String revision = hub.path("revision").asText();
        return Optional.of(
                new Address(
                        hub.path("repository").asText(),
                        revision,
                        Optional.ofNullable(hub.path("sha256").asText(null)),
                        new Fact(revision, named(hub), hub.path("doubt").asText(null))));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
