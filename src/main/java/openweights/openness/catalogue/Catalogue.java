package openweights.openness.catalogue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * The models that the course speaks of, those of its sources first.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.read();
 * catalogue.table();                       // what they are
 * catalogue.costs(Machine.here(), 2048);   // memory, what fits, tokens per second
 * catalogue.parts();                       // what was released of each
 * catalogue.verdicts();                    // what three frameworks say
 * catalogue.facts("gpt2");                 // every fact with its source, date and doubt
 * }</pre>
 *
 * @param date the day on which the sources were read
 */
public record Catalogue(LocalDate date, List<Entry> entries) {

    private static final String FILE = "/openweights/openness/catalogue.yaml";
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
            return of(YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Of the same form.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static Catalogue parse(String yaml) throws IOException {
        return of(YAML.readTree(yaml));
    }

    private static Catalogue of(JsonNode node) {
        List<Entry> entries = new ArrayList<>();
        node.path("models").forEach(model -> entries.add(EntryReader.read(model)));
        return new Catalogue(LocalDate.parse(node.path("read").asText()), List.copyOf(entries));
    }

    public Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * @throws IllegalArgumentException that names the models there are, if there is none of that
     *     name
     */
    public Entry entry(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no model \"%s\" in the catalogue. There are: %s."
                                                .formatted(name, names())));
    }

    /** A catalogue of some models only. */
    public Catalogue only(String... names) {
        List<Entry> some = new ArrayList<>();
        for (String name : names) {
            some.add(entry(name));
        }
        return new Catalogue(date, some);
    }

    /** What the models are: who made them, when, how many parameters, under which license. */
    public Table table() {
        return Tables.overview(this);
    }

    /**
     * What each costs to run: memory in four widths, keys and values for a text, whether it fits,
     * and the tokens per second that the bandwidth of memory allows at most.
     */
    public Table costs(Machine machine, int tokens) {
        return Tables.costs(this, machine, tokens);
    }

    /** What each license asks and forbids. */
    public Table licenses() {
        return Tables.licenses(this);
    }

    /** What was released of each model. */
    public Table parts() {
        return Tables.parts(this);
    }

    /** What three frameworks say: as published, and by the facts of this catalogue. */
    public Table verdicts() {
        return Tables.verdicts(this);
    }

    /** Every fact about a model, with its sources and its doubt. */
    public Table facts(String name) {
        return Tables.facts(this, entry(name));
    }

    /** All that is unsure or has no source. */
    public Table unsure() {
        return Tables.unsure(this);
    }

    private String names() {
        return entries.stream().map(Entry::name).collect(Collectors.joining(", "));
    }
}
