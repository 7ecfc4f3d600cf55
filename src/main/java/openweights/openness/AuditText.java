package openweights.openness;

import static openweights.base.TerminalText.printable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import openweights.base.TextTable;
import openweights.openness.catalogue.Entry;
import openweights.openness.catalogue.Fact;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.framework.Criterion;
import openweights.openness.framework.EuropeanIndex.Value;
import openweights.openness.license.Answer;
import org.jspecify.annotations.Nullable;

/** An audit for people to read. */
final class AuditText {

    private AuditText() {}

    static String of(Audit audit) {
        return of(audit, false);
    }

    /** What a release is, and the findings. */
    static String brief(Path release, Audit audit) {
        return "%s: %s; MOF %s%n".formatted(release, audit.kind(), audit.mof().outcome())
                + audit.release().findings().stream()
                        .map("  - %s%n"::formatted)
                        .collect(Collectors.joining());
    }

    /** A model in the catalogue, with the verdicts that others published. */
    static String of(Audit audit, Entry entry) {
        return of(audit, true) + published(entry);
    }

    /**
     * @param footnotes true to list the evidence, which is long for the catalogue, at the end
     */
    private static String of(Audit audit, boolean footnotes) {
        List<String> notes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        text.append(printable(audit.release().name()) + ": " + audit.kind() + "\n");
        text.append("(" + printable(audit.release().origin()) + ")\n\n");
        text.append(components(audit, footnotes ? notes : null)).append('\n');
        text.append("OSAID 1.0: " + audit.osaid().outcome() + "\n");
        text.append(unmet(audit.osaid().criteria()));
        text.append("MOF 1.0: " + audit.mof().outcome() + "\n");
        text.append(unmet(audit.mof().missing()));
        text.append(list("  warning: ", audit.mof().warnings()));
        text.append("G7, May 2026: " + audit.g7().outcome() + "\n");
        text.append(unmet(audit.g7().missing()));
        text.append("European index: " + audit.index().outcome() + "\n");
        audit.index().dimensions().stream()
                .filter(dimension -> dimension.value() != Value.OPEN)
                .forEach(d -> text.append("  " + d.value() + ": " + d.name() + "\n"));
        text.append(section("Why they differ", audit.disagreements()));
        text.append(section("Findings", audit.release().findings()));
        return text.append(sources(notes)).toString();
    }

    private static String published(Entry entry) {
        return "\nPublished verdicts\n"
                + new TextTable()
                        .row(
                                "  OSAID 1.0",
                                entry.fact("osaid").shown(),
                                source(entry.fact("osaid")))
                        .row(
                                "  MOF 1.0",
                                shown(entry.fact("mof"), "no record"),
                                source(entry.fact("mof")))
                        .row(
                                "  European index",
                                shown(entry.fact("index"), "no entry") + system(entry),
                                source(entry.fact("index")));
    }

    static String of(Inventory inventory) {
        TextTable table = new TextTable().row("what", "content", "files", "license", "evidence");
        for (Inventory.Holding holding : inventory.holdings()) {
            table.row(
                    printable(holding.name()),
                    holding.content(),
                    holding.count(),
                    holding.terms(),
                    printable(holding.terms().evidence()));
        }
        StringBuilder text = new StringBuilder(table.toString()).append('\n');
        if (inventory.models().isEmpty()) {
            text.append("There are no models yet.\n");
        } else {
            text.append(models(inventory));
        }
        text.append(section("Findings", inventory.findings()));
        for (Audit model : inventory.models()) {
            text.append(section(printable(model.release().name()), model.release().findings()));
        }
        return text.toString();
    }

    private static TextTable models(Inventory inventory) {
        TextTable table =
                new TextTable().row("model", "kind", "OSAID 1.0", "MOF 1.0", "G7", "index");
        for (Audit audit : inventory.models()) {
            table.row(
                    printable(audit.release().name()),
                    audit.kind(),
                    audit.osaid().outcome(),
                    audit.mof().outcome(),
                    audit.g7().outcome(),
                    audit.index().outcome());
        }
        return table;
    }

    private static TextTable components(Audit audit, @Nullable List<String> notes) {
        TextTable table = new TextTable().row("component", "released", "license", "evidence");
        for (Component component : Component.values()) {
            Part part = audit.release().part(component);
            boolean there = part.presence() != Presence.NO && part.presence() != Presence.UNKNOWN;
            table.row(component, part.presence(), there ? part.terms() : "", evidence(part, notes));
        }
        return table;
    }

    private static String evidence(Part part, @Nullable List<String> notes) {
        if (notes == null || part.presence() == Presence.UNKNOWN) {
            return printable(part.evidence());
        }
        if (!notes.contains(part.evidence())) {
            notes.add(part.evidence());
        }
        return "[" + (notes.indexOf(part.evidence()) + 1) + "]";
    }

    private static String sources(List<String> notes) {
        StringBuilder text = new StringBuilder(notes.isEmpty() ? "" : "\nSources\n");
        for (int i = 0; i < notes.size(); i++) {
            text.append("  [" + (i + 1) + "] " + printable(notes.get(i)) + "\n");
        }
        return text.toString();
    }

    private static String unmet(List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.met() != Answer.YES)
                .map(
                        c ->
                                "  "
                                        + word(c.met())
                                        + ": "
                                        + c.name()
                                        + " ("
                                        + printable(c.reason())
                                        + ")\n")
                .collect(Collectors.joining());
    }

    private static String word(Answer met) {
        return met == Answer.NO ? "missing" : "unknown";
    }

    private static String section(String title, List<String> lines) {
        return lines.isEmpty() ? "" : "\n" + title + "\n" + list("  - ", lines);
    }

    private static String list(String mark, List<String> lines) {
        return lines.stream()
                .map(line -> mark + printable(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String shown(Fact fact, String none) {
        return fact.known() ? fact.shown() : none;
    }

    private static String source(Fact fact) {
        return fact.known() ? fact.evidence() : "";
    }

    private static String system(Entry entry) {
        return entry.published().map(index -> " for " + index.system()).orElse("");
    }
}
