package openweights.openness.catalogue;

import java.util.List;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.openness.catalogue.Entry.MofEntry;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;

/** A published record, as it is stated, beside what the sources of the catalogue say. */
final class RecordTable {

    /** In a record, words like these stand where a license should. */
    private static final String NOT_INCLUDED = "not include";

    private RecordTable() {}

    static Sheet of(Entry entry) {
        MofEntry record = entry.record().orElseThrow(() -> none(entry));
        Release found = entry.release();
        List<Component> rows =
                Stream.of(Component.values())
                        .filter(
                                component ->
                                        record.says().containsKey(component)
                                                || found.presence(component) != Presence.UNKNOWN)
                        .toList();
        return new Rows<>(rows)
                .text("component", Component::title)
                .text("the record says", component -> stated(record, component))
                .text("the sources say", component -> found(found.part(component)))
                .text("differs", component -> differs(record, found.part(component)))
                .sheet(record.of() + ", and what is found");
    }

    private static String stated(MofEntry record, Component component) {
        String words = record.says().get(component);
        return words == null ? "(not named)" : words.isEmpty() ? "(no license)" : words;
    }

    private static String found(Part part) {
        boolean there = part.presence() != Presence.NO && part.presence() != Presence.UNKNOWN;
        return part.presence() + (there ? ", license " + part.terms() : "");
    }

    /** Whether the two contradict each other; a license alone may differ by how it was read. */
    private static String differs(MofEntry record, Part part) {
        String words = record.says().getOrDefault(part.component(), NOT_INCLUDED);
        boolean included = !words.contains(NOT_INCLUDED);
        return switch (part.presence()) {
            case YES, GATED -> included ? license(words, part) : "it is there";
            case NO -> included ? "it is not there" : "";
            case PARTIAL -> included ? "only a part is there" : "";
            case UNKNOWN -> "";
        };
    }

    private static String license(String words, Part part) {
        String ours = part.terms().toString();
        boolean comparable = part.terms().license().isPresent() && !words.isEmpty();
        return comparable && !words.startsWith(ours) ? "another license" : "";
    }

    private static UserException none(Entry entry) {
        return new UserException(
                "The catalogue has no record of the Model Openness Tool for " + entry.name() + ".");
    }
}
