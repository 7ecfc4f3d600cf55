package openweights.openness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.openness.catalogue.Entry;
import openweights.openness.component.Part;
import openweights.openness.framework.Criterion;
import org.jspecify.annotations.Nullable;

/** An audit for programs to read; the components are the keys. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditJson(
        String name,
        String origin,
        String kind,
        List<Item> components,
        Verdict osaid,
        Mof mof,
        G7 g7,
        Index index,
        @Nullable Map<String, String> published,
        List<String> disagreements,
        List<String> findings) {

    record Item(String component, String there, String license, String evidence) {}

    record Check(String name, String met, String reason) {}

    record Verdict(String outcome, List<Check> criteria) {}

    record Mof(
            String outcome,
            String certain,
            String possible,
            List<Check> criteria,
            List<String> warnings) {}

    record G7(String outcome, String certain, String possible, List<Check> criteria) {}

    record Dimension(String name, String value) {}

    record Index(double low, double high, List<Dimension> dimensions) {}

    /** A project's files and models. */
    record Project(List<Holding> holdings, List<AuditJson> models, List<String> findings) {}

    record Holding(String name, String content, int files, String license, String evidence) {}

    /**
     * @param entry the model in the catalogue, whose published verdicts are added; or null
     */
    static AuditJson of(Audit audit, @Nullable Entry entry) {
        return new AuditJson(
                audit.release().name(),
                audit.release().origin(),
                audit.kind().toString(),
                audit.release().parts().values().stream().map(AuditJson::item).toList(),
                new Verdict(audit.osaid().outcome(), checks(audit.osaid().criteria())),
                new Mof(
                        audit.mof().outcome(),
                        audit.mof().certain().name(),
                        audit.mof().possible().name(),
                        checks(audit.mof().criteria()),
                        audit.mof().warnings()),
                new G7(
                        audit.g7().outcome(),
                        audit.g7().certain().name(),
                        audit.g7().possible().name(),
                        checks(audit.g7().criteria())),
                new Index(
                        audit.index().low(),
                        audit.index().high(),
                        audit.index().dimensions().stream()
                                .map(d -> new Dimension(d.name(), d.value().toString()))
                                .toList()),
                entry == null ? null : published(entry),
                audit.disagreements(),
                audit.release().findings());
    }

    static Project of(Inventory inventory) {
        return new Project(
                inventory.holdings().stream()
                        .map(
                                holding ->
                                        new Holding(
                                                holding.name(),
                                                holding.content().toString(),
                                                holding.count(),
                                                holding.terms().toString(),
                                                holding.terms().evidence()))
                        .toList(),
                inventory.models().stream().map(audit -> of(audit, null)).toList(),
                inventory.findings());
    }

    private static Item item(Part part) {
        return new Item(
                part.component().title(),
                part.presence().toString(),
                part.terms().toString(),
                part.evidence());
    }

    private static List<Check> checks(List<Criterion> criteria) {
        return criteria.stream()
                .map(c -> new Check(c.name(), c.met().toString(), c.reason()))
                .toList();
    }

    private static Map<String, String> published(Entry entry) {
        Map<String, String> verdicts = new TreeMap<>();
        for (String framework : List.of("osaid", "mof", "index")) {
            verdicts.put(framework, entry.fact(framework).shown());
        }
        return verdicts;
    }
}
