package openweights.openness.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.UserException;
import openweights.base.YamlResource;
import openweights.engine.model.Footprint;
import tech.tablesaw.api.Table;

/**
 * Known models, with a source for every fact.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.read();
 * catalogue.table();                       // what they are
 * catalogue.costs(Machine.here(), 2048);   // memory, what fits, tokens per second
 * catalogue.parts();                       // what was released of each
 * catalogue.verdicts();                    // how four frameworks rate them
 * catalogue.runs();                        // which of them the engine opens, in which files
 * catalogue.clauses();                     // what their licenses say, word for word
 * catalogue.record("gpt2");                // a published record beside what is found
 * catalogue.onePerLine();                  // one size of each release, for counting
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
        return of(YamlResource.read(FILE, JsonNode.class));
    }

    /**
     * Parses a catalogue.
     *
     * @throws JsonException if it is not YAML
     * @throws IllegalArgumentException if a model is incomplete
     */
    static Catalogue parse(String yaml) {
        return of(Json.readYaml("catalogue.yaml", yaml, JsonNode.class));
    }

    private static Catalogue of(JsonNode node) {
        LocalDate read = LocalDate.parse(node.path("read").asText());
        List<Entry> entries = new ArrayList<>();
        node.path("models").forEach(model -> entries.add(EntryReader.read(model, read)));
        return new Catalogue(read, List.copyOf(entries));
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

    /** The same tables for whoever does not compute with them. */
    public Sheets sheets() {
        return new Sheets(this);
    }

    /** An overview: who made the models, when, how many parameters, under which license. */
    public Table table() {
        return SheetTable.of(sheets().overview());
    }

    /**
     * What each model takes to run: memory in four widths, the KV cache, whether it fits, and the
     * most tokens per second that the memory bandwidth allows.
     */
    public Table costs(Machine machine, int tokens) {
        return SheetTable.of(sheets().costs(machine, tokens));
    }

    /** What each license requires and forbids. */
    public Table licenses() {
        return SheetTable.of(sheets().licenses());
    }

    /** What was released of each model. */
    public Table parts() {
        return SheetTable.of(sheets().parts());
    }

    /**
     * Which models this engine opens and in which files, computed from its own list of families,
     * and the memory that they take.
     *
     * @param memory of the machine in bytes
     */
    public Table runs(long memory) {
        return SheetTable.of(sheets().runs(memory));
    }

    /** The same for this machine. */
    public Table runs() {
        return runs(Footprint.machine());
    }

    /** The models that a laptop runs and {@code ./course fetch} can take, with their licenses. */
    public Table fetchable() {
        return SheetTable.of(sheets().fetchable());
    }

    /** What the licenses of the weights say in their own words, with sections and sources. */
    public Table clauses() {
        return SheetTable.of(sheets().clauses());
    }

    /**
     * What the Model Openness Tool's file says about each component of a model, beside what the
     * sources of this catalogue say.
     *
     * @throws UserException if it has none
     */
    public Table record(String name) {
        return SheetTable.of(sheets().record(name));
    }

    /** The models by the release that each is one size of, in the catalogue's order. */
    public Map<String, List<Entry>> lines() {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                Entry::line, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * A catalogue with one size of each release: the first. Whoever counts models should count
     * these, since the sizes of one release share all that matters here.
     */
    public Catalogue onePerLine() {
        return new Catalogue(date, lines().values().stream().map(sizes -> sizes.get(0)).toList());
    }

    /**
     * How four frameworks rate them: the Model Openness Framework, OSAID, and the G7's labels by
     * the facts of this catalogue, and what others published. The European index has no column of
     * ours: its questions ask for a reader.
     */
    public Table verdicts() {
        return SheetTable.of(sheets().verdicts());
    }

    /** Every fact about a model, with its sources and doubts. */
    public Table facts(String name) {
        return SheetTable.of(sheets().facts(name));
    }

    /** Every fact that is uncertain or has no source. */
    public Table unsure() {
        return SheetTable.of(sheets().unsure());
    }

    private String names() {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }
}
