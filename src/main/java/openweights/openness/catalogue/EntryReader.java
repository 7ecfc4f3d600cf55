package openweights.openness.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import openweights.engine.model.Config;
import openweights.openness.catalogue.Entry.IndexEntry;
import openweights.openness.catalogue.Entry.MofEntry;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.framework.EuropeanIndex;

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
                    "modelType", // in config.json
                    "stored", // how the vendor's files hold the weights, if not as plain numbers
                    "license", // of the weights
                    "codeLicense",
                    "inferenceLicense", // of the code that runs it, if that is another project's
                    "dataLicense",
                    "documentLicense",
                    "osaid",
                    "mof",
                    "index");

    private final JsonNode node;
    private final String name;
    private final List<String> sources;

    private final LocalDate read;

    private EntryReader(JsonNode node, LocalDate read) {
        this.node = node;
        this.read = read;
        this.name = node.path("name").asText();
        this.sources = texts(node.path("sources"));
    }

    /**
     * Reads an entry.
     *
     * @param read the day on which its sources were read, unless it says so itself
     * @throws IllegalArgumentException if it is incomplete; the file is part of the program
     */
    static Entry read(JsonNode node, LocalDate read) {
        return new EntryReader(node, read).entry();
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
                node.path("line").asText(node.path("family").asText("unknown")),
                facts,
                parts(),
                config(),
                address(),
                published(node.path("index")),
                record(node.path("record")),
                node.path("stored").path("method").asText(""),
                node.path("notes").asText(""),
                texts(node.path("unsure")),
                node.has("read") ? LocalDate.parse(node.path("read").asText()) : read);
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
                Component component = component(title);
                String doubt = fact.path("doubts").path(title).asText(null);
                parts.put(component, new Fact(presence.toString(), named(fact), doubt));
            }
        }
        if (parts.containsKey(Component.INFERENCE_CODE)) { // it includes the architecture
            parts.put(Component.ARCHITECTURE, parts.get(Component.INFERENCE_CODE));
        }
        return parts;
    }

    private Component component(String title) {
        return Component.titled(title)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "catalogue.yaml: %s: no component is called \"%s\"."
                                                .formatted(name, title)));
    }

    private static Optional<IndexEntry> published(JsonNode index) {
        if (!index.has("answers")) {
            return Optional.empty();
        }
        List<EuropeanIndex.Value> answers =
                texts(index.path("answers")).stream()
                        .map(answer -> EuropeanIndex.Value.valueOf(answer.toUpperCase(Locale.ROOT)))
                        .toList();
        return Optional.of(
                new IndexEntry(
                        index.path("entry").asText(), index.path("same").asBoolean(), answers));
    }

    private Optional<MofEntry> record(JsonNode record) {
        if (!record.isObject()) {
            return Optional.empty();
        }
        Map<Component, String> says = new EnumMap<>(Component.class);
        record.path("says")
                .properties()
                .forEach(line -> says.put(component(line.getKey()), line.getValue().asText()));
        String of = record.path("of").asText();
        return Optional.of(new MofEntry(of, says, new Fact(of, named(record), null)));
    }

    private Optional<Config> config() {
        JsonNode keys = node.path("sizes").path("config");
        return keys.isObject()
                ? Optional.of(Config.of("catalogue.yaml, " + name, keys))
                : Optional.empty();
    }

    private Optional<Address> address() {
        JsonNode hub = node.path("hub");
        if (!hub.isObject()) {
            return Optional.empty();
        }
        String repository = hub.path("repository").asText();
        Optional<String> revision = Optional.ofNullable(hub.path("revision").asText(null));
        return Optional.of(
                new Address(
                        repository,
                        revision,
                        Optional.ofNullable(hub.path("sha256").asText(null)),
                        new Fact(
                                revision.orElse(repository),
                                named(hub),
                                hub.path("doubt").asText(null))));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
