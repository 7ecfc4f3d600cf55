package openweights.openness.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.UserException;
import tech.tablesaw.api.Table;

/**
 * Known models, with a source for every fact.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.read();
 * catalogue.table();                       // what they are
 * catalogue.costs(Machine.here(), 2048);   // memory, what fits, tokens per second
 * catalogue.parts();                       // what was released of each
 * catalogue.verdicts();                    // how three frameworks rate them
 * catalogue.facts("gpt2");                 // every fact with its source, date and doubt
 * }</pre>
 *
 * @param date the day on which the sources were read
 */
public record Catalogue(LocalDate date, List<Entry> entries) {

    private static final String FILE = "/openweights/openness/catalogue.yaml";

    public Catalogue {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException(
                        "catalogue.yaml: two models are called " + entry.name() + ".");
            }
        }
    }

    /** The catalogue that comes with the course. */
    public static Catalogue read() {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a catalogue.
     *
     * @throws JsonException if it is not YAML
     * @throws IllegalArgumentException if a model is incomplete
     */
    static Catalogue parse(String yaml) {
        JsonNode node = Json.readYaml("catalogue.yaml", yaml, JsonNode.class);
        List<Entry> entries = new ArrayList<>();
        node.path("models").forEach(model -> entries.add(EntryReader.read(model)));
        return new Catalogue(LocalDate.parse(node.path("read").asText()), List.copyOf(entries));
    }

    /** The model of a name, if there is one; case does not matter. */
    public Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * The model of a name.
     *
     * @throws UserException that lists all models, if there is none of that name
     */
    public Entry entry(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new UserException(
                                        "There is no model \"%s\" in the catalogue. There are: %s."
                                                .formatted(name, names())));
    }

    /** A catalogue of these models only. */
    public Catalogue only(String... names) {
        List<Entry> some = new ArrayList<>();
        for (String name : names) {
            some.add(entry(name));
        }
        return new Catalogue(date, some);
    }

    /** An overview: who made the models, when, how many parameters, under which license. */
    public Table table() {
        return Tables.overview(this);
    }

    /**
     * What each model takes to run: memory in four widths, the KV cache, whether it fits, and the
     * most tokens per second that the memory bandwidth allows.
     */
    public Table costs(Machine machine, int tokens) {
        return Tables.costs(this, machine, tokens);
    }

    /** What each license requires and forbids. */
    public Table licenses() {
        return Tables.licenses(this);
    }

    /** What was released of each model. */
    public Table parts() {
        return Tables.parts(this);
    }

    /** The ratings of three frameworks: as published, and by the facts of this catalogue. */
    public Table verdicts() {
        return Tables.verdicts(this);
    }

    /** Every fact about a model, with its sources and doubts. */
    public Table facts(String name) {
        return Tables.facts(this, entry(name));
    }

    /** Every fact that is uncertain or has no source. */
    public Table unsure() {
        return Tables.unsure(this);
    }

    private String names() {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }
}
